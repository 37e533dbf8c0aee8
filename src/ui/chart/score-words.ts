import type { Change, PatternBand, ResponsibilityBand, Score, WithheldReason } from "@/domain/report";
import { figures } from "@/ui/kit/figures";
import { ticks } from "./scale";

export type ShownScore = Extract<Score, { kind: "shown" }>;

/** Whole points, half up, with a true minus sign. */
export function points(value: number): string {
  const whole = Math.floor(Math.abs(value) + 0.5);
  return value < 0 && whole > 0 ? `−${whole}` : `${whole}`;
}

/** "71", or "≤ 30" and "≥ 90" where the value was clipped (D5). */
export function scoreText(score: Pick<ShownScore, "value" | "clipped">): string {
  const sign = score.clipped === "low" ? "≤ " : score.clipped === "high" ? "≥ " : "";
  return figures(sign + points(score.value));
}

/** "65–77" */
export const rangeText = ({ low, high }: { low: number; high: number }): string => `${points(low)}–${points(high)}`;

/** "between 65 and 77"; "interval under 1 point" where both ends read alike. */
export const betweenText = ({ low, high }: { low: number; high: number }): string =>
  points(low) === points(high) ? "interval under 1 point" : `between ${points(low)} and ${points(high)}`;

/** "n 27", or "n 5–19" below 20 answers (D6). */
export const answersText = (score: ShownScore): string => `n ${score.answers}`;

/** Whether shares and agreement may be shown: from 20 answers (D2). */
export const allowsShares = (score: Score): boolean =>
  score.kind === "shown" && typeof score.answers === "number" && score.answers >= 20;

export const responsibilityBandWord: Record<ResponsibilityBand, string> = {
  gap: "Gap",
  developing: "Developing",
  solid: "Solid",
  strength: "Strength",
};

export const patternBandWord: Record<PatternBand, string> = {
  low: "Low",
  watch: "Watch",
  elevated: "Elevated",
  high: "High",
};

/** Why there is no number, in one calm sentence. */
export function withheldSentence(why: WithheldReason, of: "score" | "item" = "score"): string {
  if (why === "would-reveal-another-group") return "Withheld: it would reveal a smaller group.";
  if (why === "not-asked") return "Not asked this quarter.";
  return of === "item" ? "Withheld: fewer than 5 engineers could observe this." : "Withheld: fewer than 5 answers.";
}

const notComparable = {
  withheld: "no comparison: the quarter before was withheld",
  "wording-changed": "no comparison: the wording changed",
  "new-person": "no comparison: a new person in the seat",
  "response-changed": "no comparison: the share who answered changed by more than 25 points",
  "low-response": figures("no comparison: fewer than 40 % answered"),
} as const;

/** Words only: never an arrow, never a colour. */
export function changeWords(change: Change): string {
  switch (change.kind) {
    case "first":
      return "first result, no comparison yet";
    case "held-back":
      return `change held back: ${change.people} ${change.people === 1 ? "person" : "people"} joined or left`;
    case "not-comparable":
      return notComparable[change.why];
    case "none":
      return "no clear change";
    case "marked": {
      const ends = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b);
      const verb = change.change < 0 ? "fell" : "rose";
      return `${verb} ${points(Math.abs(change.change))}, likely ${points(ends[0] ?? 0)} to ${points(ends[1] ?? 0)}`;
    }
  }
}

/** A value as the answer word within 6.25 points, otherwise "between rarely and sometimes". */
export function frequencyWord(value: number): string {
  const near = ticks.find((tick) => Math.abs(tick.value - value) <= 6.25);
  if (near) return near.word.toLowerCase();
  const above = ticks.findIndex((tick) => tick.value > value);
  return `between ${ticks[above - 1]?.word.toLowerCase()} and ${ticks[above]?.word.toLowerCase()}`;
}
