import type { BoardQuarter, TrendPanel } from "./board-page";
import { boardAreas } from "./board-page-areas";
import type { DimensionResult } from "./report";
import { countWord, listed, lowerFirst, whole } from "./report-words";
import { slopeOf } from "./slope";
import { benjaminiHochberg, falseDiscoveryRate, smallestNamedChange } from "./trend";

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

type Run = { label: string; points: { at: number; value: number; standardError: number }[] };

/** The shown quarters of an area since its line last started anew, with their standard errors. */
function runOf(panel: TrendPanel, quarters: readonly BoardQuarter[]): Run {
  const start = panel.restarts.at(-1) ?? 0;
  const points = quarters.flatMap(({ report }, at) => {
    if (at < start || report?.pair.kind !== "shown") return [];
    const score = report.pair.dimensions.find(({ key }) => key === panel.key)?.score;
    return score?.kind === "shown" ? [{ at, value: score.value, standardError: score.standardError }] : [];
  });
  return { label: panel.label, points: points.slice(-4) };
}

/**
 * F15: which shared areas rise or fall steadily over their last four quarters, named when the slope passes F14 over the
 * areas that have one and comes to at least 5 points; null while no area has four quarters of one line.
 */
export function slopeSentence(panels: readonly TrendPanel[], quarters: readonly BoardQuarter[]): string | null {
  const shown = quarters.slice(-mostQuarters);
  const sloped = panels.flatMap((panel) => {
    const { label, points } = runOf(panel, shown);
    const slope = panel.change.kind === "held-back" ? null : slopeOf(points);
    return slope === null ? [] : [{ label, slope, span: (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0) }];
  });
  if (sloped.length === 0) return null;
  const adjusted = benjaminiHochberg(sloped.map(({ slope }) => slope.p));
  const named = sloped.filter(
    ({ slope, span }, index) =>
      (adjusted[index] ?? 1) <= falseDiscoveryRate && Math.abs(slope.perQuarter * span) >= smallestNamedChange,
  );
  if (named.length === 0)
    return `Over four quarters none of the ${countWord(sloped.length)} shared areas rises or falls steadily.`;
  const parts = named.map(
    ({ label, slope: { perQuarter, low, high } }) =>
      `${lowerFirst(label)} ${perQuarter > 0 ? "rises" : "falls"} by about ${whole(Math.abs(perQuarter))} points a quarter (between ${whole(low)} and ${whole(high)})`,
  );
  return `Over four quarters ${listed(parts)}.`;
}
