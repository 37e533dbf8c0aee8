import type { AnswerCount } from "./report";

// The law of what may be said (anonymity.md section 4). The figures are floors: they may be raised, never lowered.

/** D2: people invited for a cycle, or for a group or slice of its own. */
const minimumInvited = 8;
/** D2: answers for a score, per measure. */
export const minimumAnswers = 5;
/** D7: answers about a seat for comments. */
export const minimumComments = 10;
/** D2: answers for a distribution, an agreement label, a share or an observed standard deviation. */
export const minimumDistribution = 20;
/** D5, D6: fewer people than this are never shown as a bin, a share or a cell. */
export const minimumCell = 3;

/** D2: may this many invited people be asked as a group of their own? */
export const mayBeAskedApart = (invited: number): boolean => invited >= minimumInvited;

const smallestFirst = (sizes: readonly number[]): number[] =>
  sizes.map((_, index) => index).sort((left, right) => (sizes[left] ?? 0) - (sizes[right] ?? 0) || left - right);

const noCell: ReadonlySet<number> = new Set();

/**
 * D2 before opening: which cells of a partition of the invited stay apart. Cells under 8 and those `barred` (by index) are
 * merged into the rest, and the next smallest join them until the rest is empty or holds at least 8 people in two cells.
 */
export const keptApart = (invited: readonly number[], barred = noCell): boolean[] =>
  keptCells(invited, minimumInvited, barred);

/**
 * D4 in a partition of a released total: which cells may be shown; those `barred` (by index) never are. If one is
 * withheld, the withheld cells together hold at least 5 answers and are at least two; else only the total is released.
 */
export const shownCells = (answers: readonly number[], barred = noCell): boolean[] =>
  keptCells(answers, minimumAnswers, barred);

function keptCells(sizes: readonly number[], minimum: number, barred: ReadonlySet<number>): boolean[] {
  const shown = sizes.map((size, index) => size >= minimum && !barred.has(index));
  for (const index of smallestFirst(sizes)) {
    const hidden = sizes.filter((_, other) => !shown[other]);
    const together = hidden.reduce((sum, size) => sum + size, 0);
    if (hidden.length === 0 || (hidden.length >= 2 && together >= minimum)) break;
    shown[index] = false;
  }
  return shown;
}

/** F20: may these parts be shown beside their total? Each needs 5 answers, and the remainder is 0 or at least 5. */
export function remainderAllowed(total: number, shown: readonly number[]): boolean {
  const remainder = total - shown.reduce((sum, size) => sum + size, 0);
  return shown.every((size) => size >= minimumAnswers) && (remainder === 0 || remainder >= minimumAnswers);
}

/** D6: a measure's own number of answers as it may be printed: exactly from 20, else "5–19". */
export const printedCount = (answers: number): AnswerCount => (answers >= minimumDistribution ? answers : "5–19");

/**
 * The number of answers that a measure's interval and clip are computed with. Below 20 they must not tell the measure's
 * own n (D6), so it is rounded down to 5, 10 or 15 unless everybody who answered about the subject answered it.
 */
export const countForInterval = (answers: number, answersAboutSubject: number): number =>
  answers >= minimumDistribution || answers === answersAboutSubject ? answers : Math.floor(answers / 5) * 5;

export type Clipped = { value: number; clipped: "low" | "high" | null };

const clip = (value: number, low: number, high: number): Clipped =>
  value <= low
    ? { value: low, clipped: "low" }
    : value >= high
      ? { value: high, clipped: "high" }
      : { value, clipped: null };

const steps = (value: number, step: number, round: (value: number) => number): number =>
  round(value / step - 1e-9) * step;

const halfUp = (value: number): number => Math.floor(value + 0.5 + 2e-9);
const down = (value: number): number => Math.floor(value + 2e-9);

/**
 * D5: a mean on 0–100 as it may be said. An item is rounded to 0.1 of its 1–5 scale (2.5 points), a dimension to a whole
 * point; both are clipped to [150/n, 100 − 50/n], mirrored where more often is worse. At the clip it reads "≤" or "≥".
 */
export function releasedMean(mean: number, answers: number, kind: "item" | "dimension", polarity: 1 | -1): Clipped {
  const step = kind === "item" ? 2.5 : 1;
  const [fromBelow, fromAbove] = polarity === 1 ? [150, 50] : [50, 150];
  const low = steps(fromBelow / answers, step, Math.ceil);
  const high = steps(100 - fromAbove / answers, step, down);
  return clip(steps(mean, step, halfUp), low, high);
}

/** D2, D5: the observed deviation as an interval may use it: null below 20 answers, else rounded up to 2.5 points and at least 10. */
export const releasedDeviation = (deviation: number, answers: number): number | null =>
  answers < minimumDistribution ? null : Math.max(10, steps(deviation, 2.5, Math.ceil));

/** D5: a share in whole 5 % steps. */
export const inFivePercentSteps = (count: number, total: number): number => Math.round((count / total) * 20) * 5;

/** A share of people in 5 % steps, or null when it, or what is left of it, rests on fewer than three people or on fewer than 20 answers. */
export const releasedShare = (count: number, total: number): number | null =>
  total < minimumDistribution || count < minimumCell || total - count < minimumCell
    ? null
    : inFivePercentSteps(count, total);
