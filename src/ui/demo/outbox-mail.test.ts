import { expect, test } from "vitest";
import { partsOf } from "./outbox-mail";

test("a mail reads as paragraphs and links, fragment included", () => {
  const url = "https://tandem.example/ballot/norrvik-2026-q2#ab.cd";
  expect(partsOf(`Hello Ada,\n\nOpen my ballot:\n${url}\n\nQuestions: mara@norrvik.example\n`)).toEqual([
    { kind: "text", text: "Hello Ada," },
    { kind: "link", label: "Open my ballot", url },
    { kind: "text", text: "Questions: mara@norrvik.example" },
  ]);
});

test("only web addresses become links", () => {
  expect(partsOf("Press:\njavascript:alert(1)\n")).toEqual([{ kind: "text", text: "Press:\njavascript:alert(1)" }]);
});

test("an empty mail has no parts", () => {
  expect(partsOf("\n\n")).toEqual([]);
});
