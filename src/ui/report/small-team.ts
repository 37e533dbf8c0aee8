import type { Change } from "@/domain/report";
import { seenFrom } from "@/domain/trend";
import { points } from "@/ui/chart/score-words";

/** Median of the smallest visible changes, in points, and never below what is named at all; null when nothing was compared. */
export function smallestVisibleChange(changes: readonly Change[]): number | null {
  const sizes = changes
    .flatMap((change) => (change.kind === "none" ? [change.smallestVisible] : []))
    .toSorted((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)];
  return median === undefined ? null : seenFrom(median);
}

/** The note a report opens with below 10 answers; null from 10 on. */
export function smallTeamSentence(answers: number, invited: number, changes: readonly Change[]): string | null {
  if (answers >= 10) return null;
  const smallest = smallestVisibleChange(changes);
  const seen = smallest === null ? "large changes" : `changes above about ${points(smallest)} points`;
  return `${answers} of ${invited} engineers answered. With so few, only ${seen} can be seen from one quarter to the next. Read the words, not the decimals.`;
}
