import fc from "fast-check";
import { expect, test } from "vitest";
import { bandPath, isolated, linePath, splitAt } from "./path";
import { horizontal, vertical } from "./scale";

const point = (x: number, y: number) => ({ x, y, low: y + 5, high: y - 5 });

test("a hole breaks the line and the band", () => {
  const series = [point(0, 10), point(10, 20), null, point(30, 15), point(40, 12)];
  expect(linePath(series)).toBe("M0,10L10,20M30,15L40,12");
  expect(bandPath(series).match(/M/g)).toHaveLength(2);
});

test("a quarter between holes is isolated, and one with a neighbour is not", () => {
  const series = [point(0, 10), null, point(20, 20), point(30, 15), null, point(50, 12)];
  expect(isolated(series).map(({ x }) => x)).toEqual([0, 50]);
  expect(isolated([point(7, 7)])).toHaveLength(1);
});

test("a restart begins a new segment and loses no quarter", () => {
  const segments = splitAt(["a", "b", "c", "d"], [2]);
  expect(segments).toEqual([
    { start: 0, points: ["a", "b"] },
    { start: 2, points: ["c", "d"] },
  ]);
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer({ min: -2, max: 12 })), (points, restarts) => {
      expect(splitAt(points, restarts).flatMap((segment) => segment.points)).toEqual(points);
    }),
  );
});

test("the scale runs from 0 to 100 and is never left", () => {
  expect(horizontal(0, 400)).toBe(8);
  expect(horizontal(100, 400)).toBe(392);
  expect(horizontal(140, 400)).toBe(392);
  expect(vertical(100, 8, 88)).toBe(8);
  expect(vertical(0, 8, 88)).toBe(88);
  expect(vertical(-5, 8, 88)).toBe(88);
});
