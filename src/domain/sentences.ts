import { quarterLabel } from "./quarter";
import type { Change, DimensionResult, PatternResult, SeatReport } from "./report";
import { changeWords, countWord, frequencyWord, lowerFirst, scoreText, upperFirst, whole } from "./report-words";
import { seatLabel } from "./seat";
import { seenFrom } from "./trend";

/** A piece of a sentence; strong pieces are printed heavier. */
type Run = { text: string; strong: boolean };
export type Sentence = Run[];

type Shown = Extract<SeatReport, { kind: "shown" }>;
type Area = DimensionResult | PatternResult;

const plain = (text: string): Run => ({ text, strong: false });
const strong = (text: string): Run => ({ text, strong: true });

/** A sentence as one text, without emphasis. */
export const sentenceText = (sentence: Sentence): string => sentence.map(({ text }) => text).join("");

const pointsOf = ({ score }: Area): number => (score.kind === "shown" ? score.value : Number.NEGATIVE_INFINITY);

function strengths({ dimensions }: Shown): Sentence {
  const shown = dimensions.filter(({ score }) => score.kind === "shown");
  const [first, second] = [...shown].sort((left, right) => pointsOf(right) - pointsOf(left));
  if (first === undefined) return [plain("No area is shown: fewer than 5 engineers could observe each of them.")];
  const word = frequencyWord(pointsOf(first));
  if (second === undefined || pointsOf(first) < 65) {
    return [plain("Your engineers see "), strong(lowerFirst(first.label)), plain(` most often: ${word}.`)];
  }
  const secondWord = frequencyWord(pointsOf(second));
  if (pointsOf(second) < 65) {
    return [
      plain("Your engineers see "),
      strong(lowerFirst(first.label)),
      plain(` as your strongest area: this happens ${word}.`),
    ];
  }
  const how = word === secondWord ? `this happens ${word}` : `the first happens ${word}, the second ${secondWord}`;
  return [
    plain("Your engineers see "),
    strong(lowerFirst(first.label)),
    plain(" and "),
    strong(lowerFirst(second.label)),
    plain(` as your strongest areas: ${how}.`),
  ];
}

const barWords: Record<Extract<Change, { kind: "not-comparable" }>["why"], string> = {
  withheld: "one of the two results is withheld",
  "wording-changed": "the wording of the statements changed",
  "new-person": "another person held the seat",
  "response-changed": "the share of engineers who answered changed by more than 25 points",
  "low-response": "fewer than 40 % of the engineers answered in one of the two quarters",
};

function withoutChange(change: Change, since: string): Sentence {
  if (change.kind === "held-back") {
    return [plain(`Change held back: ${change.people} ${change.people === 1 ? "person" : "people"} joined or left.`)];
  }
  if (change.kind === "not-comparable") return [plain(`No comparison with ${since}: ${barWords[change.why]}.`)];
  return [plain("First result, no comparison yet.")];
}

type None = Extract<Change, { kind: "none" }>;

/** The last sentence about changes: where there is none, and the smallest that could have been seen. */
function stillness(areas: readonly DimensionResult[], still: readonly None[], answers: number, since: string): string {
  const points = whole(seenFrom(still) ?? 0);
  const visible = `with ${answers} answers only changes above about ${points} points can be seen.`;
  if (still.length === areas.length)
    return `There is no clear change since ${since} in any of the ${countWord(areas.length)} areas; ${visible}`;
  const other = areas.some(({ change }) => change.kind === "marked") ? "the other" : "";
  const where =
    `${other} ${still.length === 1 && other !== "" ? "area" : `${countWord(still.length)} ${still.length === 1 ? "area" : "areas"}`}`.trim();
  return `In ${where} there is no clear change; ${visible}`;
}

type Changed = { dimensions: readonly DimensionResult[]; patterns: readonly PatternResult[]; answers: number };

/** Marked changes, strongest evidence first, then what did not clearly change; or why nothing is compared. */
export function changesInWords({ dimensions, patterns, answers }: Changed, since: string): Sentence {
  const marked = [...dimensions, ...patterns]
    .flatMap((area) => (area.change.kind === "marked" ? [{ label: area.label, change: area.change }] : []))
    .sort((left, right) => left.change.p - right.change.p);
  const still = dimensions.flatMap(({ change }) => (change.kind === "none" ? [change] : []));
  if (marked.length === 0 && still.length === 0)
    return withoutChange(dimensions[0]?.change ?? { kind: "first" }, since);
  const sentence: Sentence = marked.flatMap(({ label, change }) => {
    const { movement, uncertainty } = changeWords(change);
    return [strong(`${label} ${movement}`), plain(` ${uncertainty}. `)];
  });
  if (still.length > 0) sentence.push(plain(stillness(dimensions, still, answers, since)));
  const last = sentence.at(-1);
  return [...sentence.slice(0, -1), ...(last === undefined ? [] : [{ ...last, text: last.text.trimEnd() }])];
}

function ownView({ gap }: PatternResult): string {
  if (gap === null || gap.label === "unclear") return "";
  if (gap.label === "aligned") return " You see this about as often as they do.";
  return gap.points > 0 ? " You see this more rarely than they do." : " You see this more often than they do.";
}

function patternInView(pattern: PatternResult): Sentence {
  const name = strong(lowerFirst(pattern.neutralLabel));
  const share = pattern.oftenPercent;
  if (share !== null && share > 0) {
    return [plain(`About ${share} % of your engineers often meet this pattern: `), name, plain(`.${ownView(pattern)}`)];
  }
  const word = frequencyWord(pointsOf(pattern));
  return [
    plain("Your engineers meet this pattern "),
    plain(`${word} (${scoreText(pattern.score)}): `),
    name,
    plain(`.${ownView(pattern)}`),
  ];
}

const isClear = ({ gap }: Area): boolean => gap !== null && gap.label !== "aligned" && gap.label !== "unclear";

/** The highest pattern if it is elevated; else the largest clear difference between the leader's view and the engineers'. */
function difference({ dimensions, patterns }: Shown): Sentence {
  const [highest] = patterns
    .filter(({ band }) => band === "elevated" || band === "high")
    .sort((left, right) => pointsOf(right) - pointsOf(left));
  if (highest !== undefined) return patternInView(highest);
  const areas: Area[] = [...dimensions, ...patterns];
  const [largest] = areas
    .filter(isClear)
    .sort((left, right) => Math.abs(right.gap?.points ?? 0) - Math.abs(left.gap?.points ?? 0));
  if (largest !== undefined && largest.self !== null) {
    return [
      plain("You and your engineers differ most on "),
      strong(lowerFirst(largest.label)),
      plain(`: you say ${frequencyWord(largest.self)}, they say ${frequencyWord(pointsOf(largest))}.`),
    ];
  }
  if (areas.every(({ self }) => self === null))
    return [plain("You did not rate yourself, so there is nothing to compare their view with.")];
  return areas.every(({ gap }) => gap === null)
    ? [plain("No area has both your own answer and a score, so there is nothing to compare.")]
    : [plain("Nowhere do you and your engineers differ clearly.")];
}

/**
 * What a leader reads first: strengths; marked changes or the smallest that could have been seen; a pattern or a
 * difference in view. Without a result, the one sentence that says why.
 */
export function seatSummary(report: SeatReport, previousQuarterLabel: string | null = null): Sentence[] {
  const seat = lowerFirst(seatLabel[report.seat].title);
  const quarter = quarterLabel(report.quarter);
  if (report.kind === "vacant")
    return [[plain(`${upperFirst(seat)}’s seat was vacant in ${quarter}, so nothing was asked about it.`)]];
  if (report.kind === "withheld") {
    return [
      [
        plain(
          `Fewer than 5 engineers answered about ${seat}, so there is no result for ${quarter}, for anyone. No answer about the seat was kept.`,
        ),
      ],
    ];
  }
  return [strengths(report), changesInWords(report, previousQuarterLabel ?? "the quarter before"), difference(report)];
}
