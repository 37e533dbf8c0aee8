import type { Agreement } from "./report";

export type AnswerCounts = readonly [number, number, number, number, number];

const expand = (counts: AnswerCounts): { answer: number; count: number }[] =>
  counts.map((count, index) => ({ answer: index + 1, count }));

/** Mean answer on the 1–5 scale of at least one answer, given how often each of 1 to 5 was chosen. */
export const meanAnswer = (counts: AnswerCounts): number =>
  expand(counts).reduce((sum, { answer, count }) => sum + answer * count, 0) / totalOf(counts);

/** How many answers there are. */
export const totalOf = (counts: AnswerCounts): number => counts.reduce((sum, count) => sum + count, 0);

/** Sample variance (n − 1) of answers on the 1–5 scale; 0 for fewer than two. */
export function answerVariance(counts: AnswerCounts): number {
  const total = totalOf(counts);
  const mean = meanAnswer(counts);
  const squares = expand(counts).reduce((sum, { answer, count }) => sum + count * (answer - mean) ** 2, 0);
  return total < 2 ? 0 : squares / (total - 1);
}

/** F9: average distance of an answer from the mean answer, 0 to 2 on the 1–5 scale. */
export function averageDeviation(counts: AnswerCounts): number {
  const mean = meanAnswer(counts);
  return expand(counts).reduce((sum, { answer, count }) => sum + count * Math.abs(answer - mean), 0) / totalOf(counts);
}

/** F9: within-group agreement against a uniform null (variance 2), 0 to 1. */
export const withinGroupAgreement = (counts: AnswerCounts): number => Math.max(0, 1 - answerVariance(counts) / 2);

/** F19: split when a quarter says 1–2 and a quarter says 4–5; else strong up to 0.60, good up to 0.83, mixed above. */
export function agreementOf(counts: AnswerCounts): Agreement {
  const total = totalOf(counts);
  const [never, rarely, , often, always] = counts;
  if ((never + rarely) * 4 >= total && (often + always) * 4 >= total) return "split";
  const deviation = averageDeviation(counts);
  return deviation <= 0.6 ? "strong" : deviation <= 0.83 ? "good" : "mixed";
}
