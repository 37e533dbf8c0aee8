import type { DimensionResult } from "./report";
import { listed, lowerFirst } from "./report-words";
import { relativeProfile } from "./score";

/** Fewer areas than this have no profile: the mean would mostly be the area itself. */
const smallestProfile = 3;

export type RelativeArea = {
  key: string;
  label: string;
  /** Points above (+) or below (−) the mean of the leader's own areas. */
  points: number;
  /** The area's 95 % interval lies wholly on one side of that mean. */
  standsOut: boolean;
};

/**
 * F18: each shown area against the mean of the leader's own shown areas, which takes the general impression out. Only
 * released values enter; null below three shown areas.
 */
export function ownProfile(dimensions: readonly DimensionResult[]): { mean: number; areas: RelativeArea[] } | null {
  const shown = dimensions.flatMap(({ key, label, score }) => (score.kind === "shown" ? [{ key, label, score }] : []));
  if (shown.length < smallestProfile) return null;
  const mean = shown.reduce((sum, { score }) => sum + score.value, 0) / shown.length;
  const points = relativeProfile(Object.fromEntries(shown.map(({ key, score }) => [key, score.value])));
  return {
    mean,
    areas: shown.map(({ key, label, score }) => ({
      key,
      label,
      points: points[key] ?? 0,
      standsOut: mean < score.low || mean > score.high,
    })),
  };
}

/** Which areas stand out from the leader's own mean, strengths first; never more than the intervals carry. */
export function profileSentence(areas: readonly RelativeArea[]): string {
  const names = (sign: 1 | -1): string[] =>
    areas
      .filter(({ standsOut, points }) => standsOut && points * sign > 0)
      .sort((left, right) => sign * (right.points - left.points))
      .map(({ label }) => lowerFirst(label));
  const [above, below] = [names(1), names(-1)];
  if (above.length === 0 && below.length === 0)
    return "No area stands out from your own mean: every interval contains it.";
  return [
    ...(above.length > 0 ? [`Clearly above your own mean: ${listed(above)}.`] : []),
    ...(below.length > 0 ? [`Clearly below ${above.length > 0 ? "it" : "your own mean"}: ${listed(below)}.`] : []),
  ].join(" ");
}
