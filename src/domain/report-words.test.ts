import { expect, test } from "vitest";
import type { Score } from "./report";
import { oftenSentence } from "./report-words";

const score = (answers: number | "5–19"): Score => ({
  kind: "shown",
  value: 40,
  clipped: null,
  low: 30,
  high: 50,
  answers,
  standardError: 5,
  degreesOfFreedom: 30,
});

test("the share who see a pattern often stands with Wilson's interval around the released share", () => {
  expect(oftenSentence(25, score(40))).toBe("About 25 % of the engineers see it often (between 14 and 40 %).");
  expect(oftenSentence(0, score(20))).toBe("About 0 % of the engineers see it often (between 0 and 16 %).");
});

test("below 20 answers there is neither share nor interval", () => {
  expect(oftenSentence(null, score(40))).toBeNull();
  expect(oftenSentence(25, score("5–19"))).toBeNull();
  expect(oftenSentence(25, { kind: "withheld", why: "too-few-answers" })).toBeNull();
});
