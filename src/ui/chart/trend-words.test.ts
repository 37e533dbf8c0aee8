import { expect, test } from "vitest";
import type { TrendPoint } from "@/domain/board-page";
import { pointText, quarterText } from "./trend-words";

const quarter = "2026-Q2";
const shown: TrendPoint = { quarter, kind: "shown", value: 71, low: 65, high: 77, clipped: null, fewerThanTen: false };

test("a quarter of a trend reads as its score, or as why it has none", () => {
  expect(pointText(shown)).toBe("71");
  expect(pointText(undefined)).toBe("–");
  const holes = (["withheld", "no-cycle", "one-person", "vacant"] as const).map((kind) => pointText({ quarter, kind }));
  expect(holes).toEqual(["withheld", "not asked", "one person in both seats", "seat vacant"]);
});

test("with its range it also says where a new line starts", () => {
  const panel = { points: [{ quarter, kind: "withheld" as const }, shown, shown], restarts: [2] };
  expect(panel.points.map((_, index) => quarterText(panel, index))).toEqual([
    "withheld",
    "71 (65–77)",
    "71 (65–77), a new line starts",
  ]);
});
