import fc from "fast-check";
import { expect, test } from "vitest";
import { incompleteBeta, logGamma, normalQuantile, studentQuantile, studentTwoSidedP } from "./statistics";

test("the gamma function agrees with factorials", () => {
  expect(Math.exp(logGamma(5))).toBeCloseTo(24, 10);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect(logGamma(101)).toBeCloseTo(363.73937555556347, 9);
});

test.each([
  [0.975, 1, 12.706204736],
  [0.975, 4, 2.776445105],
  [0.975, 8, 2.306004135],
  [0.975, 34, 2.032244509],
  [0.95, 10, 1.812461123],
  [0.995, 30, 2.749995654],
  [0.975, 1e6, 1.95996636],
])("Student's t at p = %d with %d degrees of freedom is %d", (p, df, expected) => {
  expect(studentQuantile(p, df)).toBeCloseTo(expected, 5);
});

test("the median of Student's t is zero and its quantiles are symmetric", () => {
  expect(studentQuantile(0.5, 7)).toBe(0);
  expect(studentQuantile(0.025, 7)).toBe(-studentQuantile(0.975, 7));
  expect(() => studentQuantile(1, 7)).toThrow(RangeError);
});

test("with one degree of freedom Student's t is Cauchy's distribution", () => {
  for (const t of [0.001, 0.4, 1, 3, 50])
    expect(studentTwoSidedP(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
});

test("the incomplete beta function has its mirror", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: 0.5, max: 300, noNaN: true }),
      fc.double({ min: 0.5, max: 300, noNaN: true }),
      (x, a, b) => {
        expect(incompleteBeta(x, a, b)).toBeCloseTo(1 - incompleteBeta(1 - x, b, a), 9);
      },
    ),
  );
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
});

test("quantile and p value undo each other", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.51, max: 0.9999, noNaN: true }),
      fc.double({ min: 1, max: 500, noNaN: true }),
      (p, df) => {
        expect(studentTwoSidedP(studentQuantile(p, df), df)).toBeCloseTo(2 * (1 - p), 9);
      },
    ),
  );
});

test("normal quantiles agree with the tables", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 7);
  expect(normalQuantile(0.995)).toBeCloseTo(2.575829304, 7);
  expect(normalQuantile(0.01)).toBeCloseTo(-2.326347874, 7);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  expect(() => normalQuantile(0)).toThrow(RangeError);
});
