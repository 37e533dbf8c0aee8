import { expect, test } from "vitest";
import { framed, linksOf } from "./outbox-mail";

test("links are found with their labels, fragment included", () => {
  const text =
    "Hello Ada,\n\nOpen my ballot:\nhttps://tandem.example/ballot/norrvik-2026-q2#ab.cd\n\nQuestions: mara@norrvik.example\n";
  expect(linksOf(text)).toEqual([
    { label: "Open my ballot", url: "https://tandem.example/ballot/norrvik-2026-q2#ab.cd" },
  ]);
});

test("a mail without links has none", () => {
  expect(linksOf("Hello,\n\nnothing here.\n")).toEqual([]);
});

test("only web addresses become links", () => {
  expect(linksOf("Press:\njavascript:alert(1)\n")).toEqual([]);
});

test("links of a framed mail open in the whole window", () => {
  expect(framed("<!doctype html><html><head><title>x</title></head></html>")).toContain('<head><base target="_top">');
});
