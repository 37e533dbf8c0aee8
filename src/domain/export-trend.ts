import type { Subject, TrendPanel, TrendPoint } from "./board-page";
import { type ExportPlace, type ExportRow, plainRow, withheldCell } from "./export-row";

const pointWords = {
  withheld: withheldCell,
  "no-cycle": "not asked",
  "one-person": "one person in both seats",
  vacant: "vacant",
} as const;

function pointRow(place: Omit<ExportPlace, "quarter">, point: TrendPoint, restarts: boolean): ExportRow {
  const at = { ...place, quarter: point.quarter };
  if (point.kind !== "shown") {
    const word = pointWords[point.kind];
    const ends = point.kind === "withheld" ? { low: withheldCell, high: withheldCell } : {};
    return { ...plainRow(at, "engineers", word), ...ends };
  }
  const { value, clipped, low, high } = point;
  const row = plainRow(at, "engineers", value, restarts ? "a new line starts" : "");
  const [from, to] = [low, high].map((end) => plainRow(at, "", end).value);
  return {
    ...row,
    bound: { low: "≤", high: "≥", none: "" }[clipped ?? "none"] as ExportRow["bound"],
    low: from ?? "",
    high: to ?? "",
    answers: point.fewerThanTen ? "fewer than 10" : "10 or more",
  };
}

/** One line a quarter of an area; a quarter without a number says why. */
export const trendRows = (
  subject: Subject,
  { key, label, points, restarts }: Pick<TrendPanel, "key" | "label" | "points" | "restarts">,
): ExportRow[] =>
  points.map((point, index) => pointRow({ subject, section: "trend", key, label }, point, restarts.includes(index)));
