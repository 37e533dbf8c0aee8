import type { Change } from "@/domain/report";
import { seenFrom } from "@/domain/trend";
import { points } from "@/ui/chart/score-words";

/** The note a report opens with below 10 answers; null from 10 on. */
export function smallTeamSentence(answers: number, invited: number, changes: readonly Change[]): string | null {
  if (answers >= 10) return null;
  const smallest = seenFrom(changes);
  const seen = smallest === null ? "large changes" : `changes above about ${points(smallest)} points`;
  return `${answers} of ${invited} engineers answered. With so few, only ${seen} can be seen from one quarter to the next. Read the words, not the decimals.`;
}
