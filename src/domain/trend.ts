import type { Spread } from "./score";
import { studentQuantile, studentTwoSidedP } from "./statistics";

/** A smaller change is never named, however certain it is. Points on 0–100. */
export const smallestNamedChange = 5;
/** Share of false alarms accepted among the marked changes of one report (F14). */
export const falseDiscoveryRate = 0.1;
/** Chance of any false alarm on a whole board page (F14, Holm). */
export const boardErrorRate = 0.05;

/**
 * What a page says can be seen at least, in points: the mean of the smallest visible changes of what did not clearly change,
 * and never less than what is named at all; null when nothing was compared without a change.
 */
export function seenFrom(changes: readonly { kind: string; smallestVisible?: number }[]): number | null {
  const sizes = changes.flatMap(({ kind, smallestVisible }) =>
    kind === "none" && smallestVisible !== undefined ? [smallestVisible] : [],
  );
  if (sizes.length === 0) return null;
  return Math.max(smallestNamedChange, sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
}

export type Difference = {
  change: number;
  standardError: number;
  degreesOfFreedom: number;
  p: number;
  low: number;
  high: number;
  /** The smallest change that could have been seen: t times the standard error. Points. */
  smallestVisible: number;
};

/** F6: change between two anonymous quarters, in points, by Welch's test on the two standard errors of F5. */
export function differenceBetween(before: Spread & { value: number }, after: Spread & { value: number }): Difference {
  const first = before.standardError ** 2;
  const second = after.standardError ** 2;
  const standardError = Math.sqrt(first + second);
  const degreesOfFreedom =
    (first + second) ** 2 / (first ** 2 / before.degreesOfFreedom + second ** 2 / after.degreesOfFreedom);
  const change = after.value - before.value;
  const smallestVisible = studentQuantile(0.975, degreesOfFreedom) * standardError;
  return {
    change,
    standardError,
    degreesOfFreedom,
    p: studentTwoSidedP(change / standardError, degreesOfFreedom),
    low: change - smallestVisible,
    high: change + smallestVisible,
    smallestVisible,
  };
}

const ranked = (values: readonly number[]): number[] =>
  values.map((_, index) => index).sort((left, right) => (values[left] ?? 0) - (values[right] ?? 0));

/** F14: p values adjusted after Benjamini and Hochberg, in the order given; at most q means marked. */
export function benjaminiHochberg(values: readonly number[]): number[] {
  const adjusted = [...values];
  let smallest = 1;
  for (const [rank, index] of [...ranked(values).entries()].reverse()) {
    smallest = Math.min(smallest, ((values[index] ?? 1) * values.length) / (rank + 1));
    adjusted[index] = smallest;
  }
  return adjusted;
}

/** F14: p values adjusted after Holm, in the order given; at most 0.05 means marked. */
export function holm(values: readonly number[]): number[] {
  const adjusted = [...values];
  let largest = 0;
  for (const [rank, index] of ranked(values).entries()) {
    largest = Math.max(largest, Math.min(1, (values[index] ?? 1) * (values.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}
