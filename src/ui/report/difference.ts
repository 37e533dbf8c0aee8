import type { DimensionResult, PatternResult } from "@/domain/report";
import { frequencyWord, type ShownScore } from "@/ui/chart/score-words";

export type Difference = {
  key: string;
  label: string;
  pattern: boolean;
  score: ShownScore;
  self: number;
  points: number;
  large: boolean;
  /** Seen more kindly by the engineers than by the leader. */
  hiddenStrength: boolean;
  sentence: string;
};

type Measured = Pick<DimensionResult, "key" | "label" | "score" | "self" | "gap">;

function difference(measured: Measured, label: string, pattern: boolean): Difference | null {
  const { key, score, self, gap } = measured;
  if (score.kind === "withheld" || self === null || gap === null) return null;
  if (gap.label === "aligned" || gap.label === "unclear") return null;
  return {
    key,
    label,
    pattern,
    score,
    self,
    points: Math.abs(gap.points),
    large: gap.label === "blind_spot_large" || gap.label === "hidden_strength_large",
    hiddenStrength: gap.label === "hidden_strength" || gap.label === "hidden_strength_large",
    sentence: `You: ${frequencyWord(self)}. Your engineers: ${frequencyWord(score.value)}.`,
  };
}

/** At most five areas where the leader and the engineers clearly differ (F7), the largest first. */
export function differences(dimensions: readonly DimensionResult[], patterns: readonly PatternResult[]): Difference[] {
  return [
    ...dimensions.map((dimension) => difference(dimension, dimension.label, false)),
    ...patterns.map((pattern) => difference(pattern, pattern.neutralLabel, true)),
  ]
    .filter((found) => found !== null)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 5);
}
