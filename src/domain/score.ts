import type { Gap, PatternBand, ResponsibilityBand } from "./report";
import { normalQuantile, studentQuantile } from "./statistics";

// Formulas F1 to F8 and F18 of the scoring method; numbers on 0–100 unless they say otherwise. 1 Never … 5 Almost always.

/** Prior standard deviation of one rater's score: a single statement varies more than a dimension. Points on 0–100. */
export const priorDeviation = { item: 25, dimension: 22 } as const;
/** How many answers the prior standard deviation counts for (F4). */
const priorWeight = 4;
/** Share of an answer that would be the same next week; only that part is used up by asking everyone (F5). */
const stableShare = 0.6;

/** F1: an answer from 1 to 5 as 0, 25, 50, 75 or 100 points. */
export const itemScore = (answer: number): number => 25 * (answer - 1);

/** F2: mean of a rater's answered items, in points; null unless at least half of them (rounded up) are answered. */
export function raterScore(answers: readonly (number | null)[]): number | null {
  const given = answers.filter((answer) => answer !== null);
  if (given.length === 0 || given.length < Math.ceil(answers.length / 2)) return null;
  return itemScore(given.reduce((sum, answer) => sum + answer, 0) / given.length);
}

/** F3: mean of rater scores with the sample standard deviation (n − 1); the deviation of fewer than two scores is 0. */
export function meanAndDeviation(scores: readonly number[]): { mean: number; deviation: number } {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { mean, deviation: scores.length < 2 ? 0 : Math.sqrt(squares / (scores.length - 1)) };
}

/** F4: the observed variance pulled towards the prior one, and its degrees of freedom. */
export const moderatedVariance = (
  deviation: number,
  answers: number,
  prior: number = priorDeviation.dimension,
): { variance: number; degreesOfFreedom: number } => ({
  variance: (priorWeight * prior ** 2 + (answers - 1) * deviation ** 2) / (priorWeight + answers - 1),
  degreesOfFreedom: priorWeight + answers - 1,
});

export type Spread = { standardError: number; degreesOfFreedom: number };

/** F5: standard error of a mean in points, softly corrected for the share of the invited who answered (null: not corrected). */
export function standardErrorOf(
  deviation: number,
  answers: number,
  invited: number | null,
  prior: number = priorDeviation.dimension,
): Spread {
  const { variance, degreesOfFreedom } = moderatedVariance(deviation, answers, prior);
  const correction = invited === null ? 1 : 1 - (stableShare * Math.min(answers, invited)) / invited;
  return { standardError: Math.sqrt((variance / answers) * correction), degreesOfFreedom };
}

/** F5: the 95 % interval around a mean, clipped to 0–100. */
export function interval(mean: number, spread: Spread): { low: number; high: number } {
  const half = studentQuantile(0.975, spread.degreesOfFreedom) * spread.standardError;
  return { low: Math.max(0, mean - half), high: Math.min(100, mean + half) };
}

/** F7: a leader's own score against the others', in points; positive means the leader is kinder than they are. */
export function gapOf(self: number, others: { value: number; low: number; high: number }, polarity: 1 | -1): Gap {
  const points = polarity * (self - others.value);
  const size = Math.abs(points);
  if (size < 12.5) return { points, label: "aligned" };
  if (self >= others.low && self <= others.high) return { points, label: "unclear" };
  if (points > 0) return { points, label: size >= 25 ? "blind_spot_large" : "blind_spot" };
  return { points, label: size >= 25 ? "hidden_strength_large" : "hidden_strength" };
}

/** F8: how often a pattern is seen: low below 20, watch below 35, elevated below 50, high from 50. */
export const patternBand = (index: number): PatternBand =>
  index < 20 ? "low" : index < 35 ? "watch" : index < 50 ? "elevated" : "high";

/** Bands of a responsibility: gap below 50, developing below 65, solid below 80, strength from 80. */
export const responsibilityBand = (score: number): ResponsibilityBand =>
  score < 50 ? "gap" : score < 65 ? "developing" : score < 80 ? "solid" : "strength";

/** F8: a rater whose mean over the pattern's items is at least this many points sees it often. */
export const oftenFrom = 62.5;

/** Wilson's 95 % interval of a share of `count` in `total`, both ends between 0 and 1 (F8). */
export function wilsonInterval(count: number, total: number): { share: number; low: number; high: number } {
  const z = normalQuantile(0.975);
  const share = count / total;
  const centre = (share + z ** 2 / (2 * total)) / (1 + z ** 2 / total);
  const half = (z / (1 + z ** 2 / total)) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** F18: each score minus the mean of all: a profile free of the general impression, in points. */
export function relativeProfile<Key extends string>(scores: Record<Key, number>): Record<Key, number> {
  const entries = Object.entries<number>(scores);
  const mean = entries.reduce((sum, [, score]) => sum + score, 0) / entries.length;
  return Object.fromEntries(entries.map(([key, score]) => [key, score - mean])) as Record<Key, number>;
}
