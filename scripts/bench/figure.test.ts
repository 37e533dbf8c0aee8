import { expect, test } from "vitest";
import { aimed, plain, tableOf } from "./figure";
import { median, percentile } from "./statistics";

test("a percentile is a value that was measured, whatever the order", () => {
  expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  expect(median([5, 1, 4, 2, 3])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});

test("an aim is met on its limit and missed beyond it", () => {
  expect(aimed({ what: "a", value: 1.5, unit: "", atMost: 1.5 }).met).toBe(true);
  expect(aimed({ what: "a", value: 1.51, unit: "", atMost: 1.5 }).met).toBe(false);
  expect(aimed({ what: "a", value: 0.34, unit: "", atLeast: 0.35 }).met).toBe(false);
});

test("a missed aim cannot be overlooked in the table", () => {
  const table = tableOf([aimed({ what: "time", value: 20, unit: " s", atMost: 15 }), plain("note", "7")]);
  expect(table).toContain("| time | 20 s   | ≤ 15 s | NOT MET |");
  expect(table.split("\n")).toHaveLength(4);
});
