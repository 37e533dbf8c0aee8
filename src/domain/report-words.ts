import type { Change, RoleMap, Score } from "./report";
import { wilsonInterval } from "./score";
import { seatLabel } from "./seat";

// The fixed grammar of results: whole numbers, words for the scale, no change without its uncertainty.

/** A number as it is printed: whole, half up. */
export const whole = (value: number): string => String(Math.floor(value + 0.5)).replace("-", "−");

/** A change as it is printed: whole, with its sign (+ or U+2212), zero without one. */
export const signed = (value: number): string => (Math.floor(value + 0.5) > 0 ? `+${whole(value)}` : whole(value));

/** A released score as it is printed: "≤" and "≥" where it stands at the clip, null when withheld. */
export function scoreText(score: Score): string | null {
  if (score.kind === "withheld") return null;
  const sign = { low: "≤ ", high: "≥ ", none: "" }[score.clipped ?? "none"];
  return `${sign}${whole(score.value)}`;
}

/** The text with its first letter small, for the middle of a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
/** The text with its first letter large, for the start of a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A count in a sentence: words up to ten, digits above. */
export const countWord = (count: number): string => small[count] ?? String(count);

/** "a", "a and b", "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

const frequencyWords = ["never", "rarely", "sometimes", "often", "almost always"] as const;

/** A score from 0 to 100 in the words of the answers: the nearest tick within 6.25 points, else "between a and b". */
export function frequencyWord(value: number): string {
  const nearest = Math.round(value / 25);
  if (Math.abs(value - 25 * nearest) <= 6.25) return frequencyWords[nearest] ?? "";
  const below = Math.floor(value / 25);
  return `between ${frequencyWords[below]} and ${frequencyWords[below + 1]}`;
}

/** "fell from 59 to 46" and its uncertainty, "(change −13, likely between −21 and −5)". */
export function changeWords(change: Extract<Change, { kind: "marked" }>): { movement: string; uncertainty: string } {
  const verb = change.change > 0 ? "rose" : "fell";
  return {
    movement: `${verb} from ${whole(change.from)} to ${whole(change.to)}`,
    uncertainty: `(change ${signed(change.change)}, likely between ${signed(change.low)} and ${signed(change.high)})`,
  };
}

/** The most telling row of who-does-what: an activity that most engineers see with the other leader; null when there is none. */
export function roleMapSentence(map: RoleMap): string | null {
  if (map.kind === "withheld") return null;
  const strays = (map.rows ?? []).flatMap(({ owner, shares, text }) => {
    const other = owner === "cto" ? "vpe" : "cto";
    const share = owner === "both" ? "–" : shares[other];
    return share === "–" || share < 50
      ? []
      : [{ share, sentence: `the ${seatLabel[other].short} ${lowerFirst(text)}.` }];
  });
  const [strongest] = strays.sort((left, right) => right.share - left.share);
  if (strongest !== undefined) {
    return `${strongest.share > 50 ? "More than half" : "Half"} of the engineers say that ${strongest.sentence}`;
  }
  const confusion = map.roleConfusion < 15 ? "clear" : map.roleConfusion <= 30 ? "some overlap" : "unclear";
  return `Role confusion is ${whole(map.roleConfusion)} of 100: ${confusion}.`;
}

/** F8: the released share who see a pattern often with Wilson's interval around it; null below 20 answers. */
export function oftenSentence(percent: number | null, score: Score): string | null {
  if (percent === null || score.kind === "withheld" || typeof score.answers !== "number") return null;
  const { low, high } = wilsonInterval((percent / 100) * score.answers, score.answers);
  return `About ${percent} % of the engineers see it often (between ${whole(100 * low)} and ${whole(100 * high)} %).`;
}

/** What a report says where the answers were one general impression. */
export const generalImpressionSentence =
  "Whoever rates one of these areas higher rates nearly all of them higher: the answers are mostly one general impression. Read their level as one result, and look for what to work on in your own profile and in the words.";
