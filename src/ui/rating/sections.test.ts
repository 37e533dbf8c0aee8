import { expect, test } from "vitest";
import type { RatingName } from "./rating-key";
import { sectionsFor } from "./sections";

const cto: RatingName[] = [
  { kind: "self", seat: "cto" },
  { kind: "partner", seat: "vpe" },
];
const keys = (expected: RatingName[]) => sectionsFor(expected).map(({ key }) => key);

test("a leader rates themselves, the two together, who does what, the other leader, and overall at the end", () => {
  expect(keys(cto)).toEqual([
    "self-cto-responsibilities",
    "self-cto-behaviours",
    "pair",
    "who-does-what",
    "partner-vpe-responsibilities",
    "partner-vpe-behaviours",
    "overall",
  ]);
});

test("with the other seat vacant there is nothing about a partner or about the two", () => {
  expect(keys([{ kind: "self", seat: "vpe" }])).toEqual([
    "self-vpe-responsibilities",
    "self-vpe-behaviours",
    "who-does-what",
    "overall",
  ]);
});

test("one person in both seats answers who does what once, for both seats", () => {
  const sections = sectionsFor([
    { kind: "self", seat: "cto" },
    { kind: "self", seat: "vpe" },
  ]);
  expect(sections.map(({ key }) => key)).not.toContain("pair");
  const owners = sections.filter(({ key }) => key === "who-does-what");
  expect(owners).toHaveLength(1);
  expect(owners[0]?.questions[0]?.ratings).toEqual(["self-cto", "self-vpe"]);
});

test("own statements speak in the first person, those about the other leader name their title", () => {
  const [own] = sectionsFor(cto);
  expect(own?.questions[0]?.text).toBe("I make it clear what our technology should achieve in the long term.");
  const partner = sectionsFor(cto).find(({ key }) => key === "partner-vpe-responsibilities");
  expect(partner?.questions.every(({ text }) => text.includes("VPoE"))).toBe(true);
});

test("ten activities are asked, and no statement twice", () => {
  const sections = sectionsFor(cto);
  expect(sections.find(({ key }) => key === "who-does-what")?.questions).toHaveLength(10);
  const all = sections.flatMap(({ questions }) => questions.map(({ key }) => key));
  expect(new Set(all).size).toBe(all.length);
});

test("two statements of one pattern do not follow each other", () => {
  const behaviours =
    sectionsFor(cto)
      .find(({ key }) => key === "self-cto-behaviours")
      ?.questions.map(({ key }) => key) ?? [];
  const pattern = (key: string) => key.replace(/_\d$/, "");
  expect(behaviours.length).toBeGreaterThan(5);
  behaviours.slice(1).forEach((key, index) => {
    expect(pattern(key)).not.toBe(pattern(behaviours[index] ?? ""));
  });
});
