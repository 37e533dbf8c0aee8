import { expect, test } from "vitest";
import { type Measure, releasedScore } from "./report-score";

const measure = (answers: number, more: Partial<Measure> = {}): Measure => ({
  kind: "dimension",
  polarity: 1,
  mean: 60,
  deviation: 20,
  concentrated: false,
  answers,
  ...more,
});

test("four answers make no score, five do", () => {
  expect(releasedScore(measure(4), { invited: 10, answers: 8 })).toEqual({ kind: "withheld", why: "too-few-answers" });
  expect(releasedScore(measure(5), { invited: 10, answers: 8 }).kind).toBe("shown");
});

test("below 20 answers the interval rests on the prior deviation: F5 with s0 in place of s", () => {
  // 22.0 · √(1/14 · (1 − 0.6 · 14/20)) and t with 4 + 14 − 1 = 17 degrees of freedom.
  const score = releasedScore(measure(14, { deviation: 3 }), { invited: 20, answers: 14 });
  expect(score).toMatchObject({ value: 60, standardError: 4.4779, degreesOfFreedom: 17, answers: "5–19" });
  expect(releasedScore(measure(14, { deviation: 30 }), { invited: 20, answers: 14 })).toEqual(score);
});

test("below 20 answers an interval does not tell how many could not observe", () => {
  const of14 = (answers: number) => releasedScore(measure(answers), { invited: 20, answers: 14 });
  expect(of14(10)).toEqual(of14(13));
  expect(of14(5)).toEqual(of14(9));
});

test("from 20 answers the observed deviation counts, except where all answered alike", () => {
  const circle = { invited: 40, answers: 30 };
  const wide = releasedScore(measure(30, { deviation: 35 }), circle);
  const narrow = releasedScore(measure(30, { deviation: 12 }), circle);
  const alike = releasedScore(measure(30, { deviation: 12, concentrated: true }), circle);
  const error = (score: typeof wide): number => (score.kind === "shown" ? score.standardError : 0);
  expect(error(wide)).toBeGreaterThan(error(alike));
  expect(error(alike)).toBeGreaterThan(error(narrow));
  expect(wide).toMatchObject({ answers: 30 });
});

test("the interval stands around the released value, so it tells no more than the value", () => {
  const circle = { invited: 10, answers: 6 };
  expect(releasedScore(measure(6, { mean: 96 }), circle)).toEqual(releasedScore(measure(6, { mean: 100 }), circle));
  expect(releasedScore(measure(6, { mean: 96 }), circle)).toMatchObject({ value: 91, clipped: "high" });
});
