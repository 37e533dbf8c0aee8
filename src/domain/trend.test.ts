import fc from "fast-check";
import { expect, test } from "vitest";
import golden from "./golden-values.json" with { type: "json" };
import { standardErrorOf } from "./score";
import { benjaminiHochberg, differenceBetween, falseDiscoveryRate, holm, seenFrom, smallestNamedChange } from "./trend";

const quarter = (value: number, deviation: number, answers: number, invited: number | null) => ({
  value,
  ...standardErrorOf(deviation, answers, invited),
});

test.each(golden.F6_trend)("F6: $inp", ({ inp, diff, se, df, p, lo, hi, mdc }) => {
  const [m1 = 0, s1 = 0, n1 = 0, invited1 = 0, m2 = 0, s2 = 0, n2 = 0, invited2 = 0] = inp;
  const difference = differenceBetween(quarter(m1, s1, n1, invited1), quarter(m2, s2, n2, invited2));
  expect(difference.change).toBe(diff);
  expect(difference.standardError).toBeCloseTo(se, 4);
  expect(difference.degreesOfFreedom).toBeCloseTo(df, 4);
  expect(difference.p).toBeCloseTo(p, 4);
  expect(difference.low).toBeCloseTo(lo, 4);
  expect(difference.high).toBeCloseTo(hi, 4);
  expect(difference.smallestVisible).toBeCloseTo(mdc, 4);
});

test.each(golden.F6b_mdc_table)(
  "F6b: the smallest visible change at $n answers per quarter",
  ({ n, mdc_rr70, mdc_nofpc }) => {
    const at = (invited: number | null): number =>
      differenceBetween(quarter(50, 22, n, invited), quarter(50, 22, n, invited)).smallestVisible;
    expect(at(n / 0.7)).toBeCloseTo(mdc_rr70, 3);
    expect(at(null)).toBeCloseTo(mdc_nofpc, 3);
  },
);

test.each(golden.F14_bh)("F14: Benjamini–Hochberg on $ps", ({ ps, adjusted, reject }) => {
  const result = benjaminiHochberg(ps);
  for (const [index, value] of adjusted.entries()) expect(result[index]).toBeCloseTo(value, 4);
  expect(result.map((value) => value <= falseDiscoveryRate)).toEqual(reject);
});

test.each(golden.F14b_holm)("F14: Holm on $ps", ({ ps, adjusted, reject }) => {
  const result = holm(ps);
  for (const [index, value] of adjusted.entries()) expect(result[index]).toBeCloseTo(value, 4);
  expect(result.map((value) => value <= 0.05)).toEqual(reject);
});

test("adjusting never makes a p value smaller, and Holm is never kinder than Benjamini–Hochberg", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 13 }), (values) => {
      const bh = benjaminiHochberg(values);
      const strict = holm(values);
      values.forEach((value, index) => {
        expect(bh[index] ?? 0).toBeGreaterThanOrEqual(value - 1e-12);
        expect(strict[index] ?? 0).toBeGreaterThanOrEqual((bh[index] ?? 0) - 1e-12);
      });
    }),
  );
});

test("what can be seen at least is one number for a page: the mean of what did not change, and at least what is named", () => {
  const none = (smallestVisible: number) => ({ kind: "none", smallestVisible });
  expect(seenFrom([none(7), none(11), { kind: "marked" }])).toBe(9);
  expect(seenFrom([none(1), none(2)])).toBe(smallestNamedChange);
  expect(seenFrom([{ kind: "first" }])).toBeNull();
});
