import { expect, test } from "vitest";
import { perceptionOf } from "./perception";
import type { Score } from "./report";

const score = (value: number, half = 6): Score => ({
  kind: "shown",
  value,
  clipped: null,
  low: value - half,
  high: value + half,
  answers: 27,
  standardError: 3,
  degreesOfFreedom: 30,
});
const seen = (engineers: number, self: number | null, partner: number | null, half?: number) =>
  perceptionOf({ score: score(engineers, half), self, partner });

test("two leaders who agree while the engineers see it more rarely share a blind spot", () => {
  expect(seen(46, 75, 75)).toBe("shared-blind-spot");
  expect(seen(46, 75, 60)).toBe("shared-blind-spot");
});

test("seen more often than both leaders say, it is a shared hidden strength", () => {
  expect(seen(80, 50, 60)).toBe("shared-hidden-strength");
});

test("one step of the scale between the two leaders is a difference between them, whatever engineers say", () => {
  expect(seen(50, 75, 50)).toBe("leaders-differ");
  expect(seen(20, 75, 50)).toBe("leaders-differ");
  expect(seen(50, 74, 50)).not.toBe("leaders-differ");
});

test("what lies inside the engineers' interval is never called a blind spot", () => {
  expect(seen(46, 75, 75, 35)).toBe("unclear");
  expect(seen(46, 75, 50)).toBe("leaders-differ");
  expect(seen(60, 62, 75)).toBe("unclear");
  expect(seen(60, 62, 66)).toBe("alike");
});

test("without one of the three there is no triangle", () => {
  expect(seen(50, null, 50)).toBeNull();
  expect(seen(50, 50, null)).toBeNull();
  expect(perceptionOf({ score: { kind: "withheld", why: "too-few-answers" }, self: 50, partner: 50 })).toBeNull();
});
