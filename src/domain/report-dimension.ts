import type { AttributedAnswers } from "./answers";
import { releasedShare } from "./disclosure";
import { isConcentrated } from "./disclosure-distribution";
import type { InstrumentSubject } from "./instrument";
import type { InstrumentItem } from "./instrument-schema";
import type { RaterGroup } from "./rater-group";
import type { DimensionResult, Score } from "./report";
import { isPublished, itemResult } from "./report-item";
import { type Circle, releasedScore } from "./report-score";
import { gapOf, meanAndDeviation, oftenFrom, raterScore } from "./score";
import { type GroupTally, itemsOfDimension } from "./tally-counter";

/** One heard group: its counts and how many were invited. */
export type Voice = { tally: GroupTally; invited: number };

export type DimensionVoices = {
  subject: InstrumentSubject;
  engineers: Voice;
  executives: Voice | null;
  self: AttributedAnswers | null;
  partner: AttributedAnswers | null;
};

const directed = (answer: number, item: InstrumentItem, polarity: 1 | -1): number =>
  item.polarity === polarity ? answer : 6 - answer;

/**
 * Rater scores of a dimension over its published items only (F2, D6), one per rater with a valid score, in a fixed order.
 * For a part of a group, `whole` says which items are published, so that the parts have the raters of the whole.
 */
export function raterScores(
  tally: GroupTally,
  items: readonly InstrumentItem[],
  dimension: string,
  polarity: 1 | -1,
  whole: GroupTally = tally,
): number[] {
  const published = items.map((item) => isPublished(whole, item.key));
  const combinations = [...(tally.combinations.get(dimension) ?? [])].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return combinations.flatMap(([combination, count]) => {
    const answers = items.flatMap((item, index) => {
      const answer = combination[index];
      if (!published[index]) return [];
      return [answer === undefined || answer === "-" ? null : directed(Number(answer), item, polarity)];
    });
    const score = raterScore(answers);
    return score === null ? [] : Array.from({ length: count }, () => score);
  });
}

const circleOf = (voice: Voice, subject: InstrumentSubject): Circle => ({
  invited: voice.invited,
  answers: voice.tally.answersAbout[subject],
});

function groupScores(voice: Voice, group: RaterGroup, subject: InstrumentSubject, dimension: string, polarity: 1 | -1) {
  const items = itemsOfDimension(subject, dimension, group);
  const scores = raterScores(voice.tally, items, dimension, polarity);
  return { items, scores, score: scoreOf(scores, polarity, circleOf(voice, subject)) };
}

/** Do all rater scores, or all but one or two, lie in one bin, so that their spread may not be said? */
export function isConcentratedScores(scores: readonly number[]): boolean {
  const low = scores.filter((score) => score < 37.5).length;
  const high = scores.filter((score) => score >= oftenFrom).length;
  return isConcentrated(low, scores.length - low - high, high);
}

/** The mean of rater scores as it may be released (D2, D5). */
export function scoreOf(scores: readonly number[], polarity: 1 | -1, circle: Circle): Score {
  if (scores.length === 0) return { kind: "withheld", why: "too-few-answers" };
  const { mean, deviation } = meanAndDeviation(scores);
  const concentrated = isConcentratedScores(scores);
  return releasedScore({ kind: "dimension", polarity, mean, deviation, concentrated, answers: scores.length }, circle);
}

/** F2 on one attributed person's answers, in points; null when fewer than half are given. */
function attributedScore(
  answers: AttributedAnswers | null,
  items: readonly InstrumentItem[],
  polarity: 1 | -1,
): number | null {
  if (answers === null) return null;
  return raterScore(
    items.map((item) => {
      const answer = answers.items[item.key];
      return answer === undefined || answer === null ? null : directed(answer, item, polarity);
    }),
  );
}

export type DimensionBase = Omit<DimensionResult, "key" | "label" | "band" | "change"> & {
  /** Share of engineers whose mean is at least "often", in 5 % steps, from 20 answers (F8). */
  oftenPercent: number | null;
};

/** A dimension (polarity 1) or a pattern (polarity -1) as it may be released, before any comparison with another quarter. */
export function dimensionBase(voices: DimensionVoices, dimension: string, polarity: 1 | -1): DimensionBase {
  const { subject, engineers, executives, self, partner } = voices;
  const { items, scores, score } = groupScores(engineers, "engineer", subject, dimension, polarity);
  const own = attributedScore(self, items, polarity);
  return {
    score,
    self: own,
    partner: attributedScore(partner, items, polarity),
    executives: executives === null ? null : groupScores(executives, "executive", subject, dimension, polarity).score,
    gap: own === null || score.kind === "withheld" ? null : gapOf(own, score, polarity),
    items: items.map((item) => itemResult(item, engineers.tally, circleOf(engineers, subject), self)),
    oftenPercent:
      score.kind === "withheld"
        ? null
        : releasedShare(scores.filter((value) => value >= oftenFrom).length, scores.length),
  };
}
