import type { Score } from "./report";

const notAsked: Score = { kind: "withheld", why: "not-asked" };

type Shown = Extract<Score, { kind: "shown" }>;

/**
 * The mean of released scores on 0–100; its interval is the mean of their intervals, which is never too narrow, because
 * the answers come from the same people. Rests on what is shown; withheld if nothing is.
 */
export function meanOf(scores: readonly Score[]): Score {
  const shown = scores.filter((score): score is Shown => score.kind === "shown");
  const first = shown[0];
  if (!first) return scores[0] ?? notAsked;
  if (shown.length === 1) return first;
  const mean = (read: (score: Shown) => number) => shown.reduce((sum, score) => sum + read(score), 0) / shown.length;
  return {
    ...first,
    value: mean((score) => score.value),
    low: mean((score) => score.low),
    high: mean((score) => score.high),
    clipped: null,
  };
}
