import fc from "fast-check";
import { expect, test } from "vitest";
import golden from "./golden-values.json" with { type: "json" };
import { slopeOf } from "./slope";

test.each(golden.F15_slope)("F15: $ms over four quarters", ({ ts, ms, ses, slope, se, p }) => {
  const found = slopeOf(ts.map((at, index) => ({ at, value: ms[index] ?? 0, standardError: ses[index] ?? 1 })));
  expect(found?.perQuarter).toBeCloseTo(slope, 3);
  expect(found?.standardError).toBeCloseTo(se, 3);
  expect(found?.p).toBeCloseTo(p, 3);
});

test("three quarters have no slope", () => {
  const point = (at: number) => ({ at, value: 50 + at, standardError: 4 });
  expect(slopeOf([0, 1, 2].map(point))).toBeNull();
  expect(slopeOf([0, 1, 2, 3].map(point))?.perQuarter).toBeCloseTo(1, 10);
});

test("the slope of a straight line is its own, whatever the errors, and lies inside its interval", () => {
  const errors = fc.array(fc.double({ min: 1, max: 12, noNaN: true }), { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(errors, fc.double({ min: -9, max: 9, noNaN: true }), (standardErrors, slope) => {
      const found = slopeOf(standardErrors.map((standardError, at) => ({ at, value: 50 + slope * at, standardError })));
      expect(found?.perQuarter).toBeCloseTo(slope, 6);
      expect(found && found.low <= found.perQuarter && found.perQuarter <= found.high).toBe(true);
    }),
  );
});
