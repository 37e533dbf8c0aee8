import type { TrendPanel, TrendPoint } from "@/domain/board-page";
import { rangeText, scoreText } from "./score-words";

export const holeWords: Record<Exclude<TrendPoint["kind"], "shown">, string> = {
  withheld: "withheld",
  "no-cycle": "not asked",
  "one-person": "one person in both seats",
  vacant: "seat vacant",
};

/** A quarter of a trend in a table: its score, or why it has none. */
export const pointText = (point: TrendPoint | undefined): string =>
  point === undefined ? "–" : point.kind === "shown" ? scoreText(point) : holeWords[point.kind];

/** "71 (65–77)" or "withheld", and whether a new line starts there: all that the picture says of a quarter. */
export function quarterText({ points, restarts }: Pick<TrendPanel, "points" | "restarts">, index: number): string {
  const point = points[index];
  const range = point?.kind === "shown" ? ` (${rangeText(point)})` : "";
  return pointText(point) + range + (index > 0 && restarts.includes(index) ? ", a new line starts" : "");
}
