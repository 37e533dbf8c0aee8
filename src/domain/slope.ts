import { normalQuantile, studentTwoSidedP } from "./statistics";

/** Fewer quarters than this have no slope. */
const quartersForSlope = 4;

/** As many degrees of freedom as make Student’s distribution the normal one, to six digits. */
const normalDegrees = 1e6;

type Slope = { perQuarter: number; standardError: number; p: number; low: number; high: number };

/**
 * F15: weighted least squares of scores on time, w = 1/SE², in points a quarter with its 95 % interval; null below four
 * quarters. The quarters share raters, so the standard error is slightly too large: conservative.
 */
export function slopeOf(points: readonly { at: number; value: number; standardError: number }[]): Slope | null {
  if (points.length < quartersForSlope) return null;
  const weighted = points.map((point) => ({ ...point, weight: 1 / point.standardError ** 2 }));
  const sum = (read: (point: (typeof weighted)[number]) => number): number =>
    weighted.reduce((total, point) => total + point.weight * read(point), 0);
  const all = sum(() => 1);
  const [time, mean] = [sum(({ at }) => at) / all, sum(({ value }) => value) / all];
  const spread = sum(({ at }) => (at - time) ** 2);
  const perQuarter = sum(({ at, value }) => (at - time) * (value - mean)) / spread;
  const standardError = Math.sqrt(1 / spread);
  const half = normalQuantile(0.975) * standardError;
  return {
    perQuarter,
    standardError,
    p: studentTwoSidedP(perQuarter / standardError, normalDegrees),
    low: perQuarter - half,
    high: perQuarter + half,
  };
}
