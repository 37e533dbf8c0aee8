import type { BoardQuarter, TrendPanel } from "./board-page";
import { boardAreas } from "./board-page-areas";
import type { DimensionResult } from "./report";

/** Quarters of the pair's trend at most, the shown one included. */
const mostQuarters = 8;

/**
 * The pair's areas over up to eight quarters, oldest first, from frozen reports (D10). The words below each panel are
 * the report's own: F6 with F14 over the pair's areas, not the board page's stricter test.
 */
export function pairTrend(quarters: readonly BoardQuarter[], dimensions: readonly DimensionResult[]): TrendPanel[] {
  const shown = quarters.slice(-mostQuarters);
  if (shown.length < 2) return [];
  return boardAreas(shown, ["pair"]).map(({ subject: _, ...panel }) => ({
    ...panel,
    change: dimensions.find(({ key }) => key === panel.key)?.change ?? panel.change,
  }));
}
