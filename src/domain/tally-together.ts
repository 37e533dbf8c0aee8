import { raterScore } from "./score";

/** Two areas rated by the same people, as sums from which their correlation follows; no single rating is kept. */
export type Together = { raters: number; x: number; y: number; xx: number; yy: number; xy: number };

/** Pairs of areas by their two keys. */
export type TogetherTally = Map<string, Together>;

/** The key of a pair of areas, first the one that comes first in the questionnaire. */
export const pairOf = (first: string, second: string): string => `${first} ${second}`;

/** Twelfths of a point are whole numbers for up to four statements, so that no sum depends on the order of ballots. */
const twelfths = (score: number): number => Math.round(score * 12);

/** Adds what one rater says about several areas, each given as answers from 1 to 5 to its statements; pairs without a valid score (F2) are left out. */
export function countTogether(
  together: TogetherTally,
  areas: readonly { key: string; answers: readonly (number | null)[] }[],
): void {
  const rated = areas.flatMap(({ key, answers }) => {
    const score = raterScore(answers);
    return score === null ? [] : [{ key, score: twelfths(score) }];
  });
  for (const [index, first] of rated.entries()) {
    for (const second of rated.slice(index + 1)) {
      const key = pairOf(first.key, second.key);
      const sums = together.get(key) ?? { raters: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
      together.set(key, sums);
      sums.raters += 1;
      sums.x += first.score;
      sums.y += second.score;
      sums.xx += first.score ** 2;
      sums.yy += second.score ** 2;
      sums.xy += first.score * second.score;
    }
  }
}

/** Pearson's correlation of two areas over their raters, from −1 to 1; null where everybody gave one of them the same. */
export function correlationOf({ raters, x, y, xx, yy, xy }: Together): number | null {
  const [varianceX, varianceY] = [raters * xx - x * x, raters * yy - y * y];
  if (varianceX <= 0 || varianceY <= 0) return null;
  return (raters * xy - x * y) / (Math.sqrt(varianceX) * Math.sqrt(varianceY));
}
