import type { AttributedAnswers } from "./answers";
import type { AskedCommitment } from "./commitment-statement";
import { minimumAnswers, minimumDistribution } from "./disclosure";
import { distributionOf, isConcentrated } from "./disclosure-distribution";
import { fillTokens, titles } from "./instrument";
import type { InstrumentItem } from "./instrument-schema";
import type { CommitmentResult, ItemResult, Score } from "./report";
import { type Circle, releasedScore } from "./report-score";
import { itemScore } from "./score";
import { type AnswerCounts, agreementOf, answerVariance, meanAnswer, totalOf } from "./score-agreement";
import { type GroupTally, itemTally } from "./tally-counter";

/** D6: an item is published from 5 answers of its own. */
export const isPublished = (tally: GroupTally, key: string): boolean =>
  totalOf(itemTally(tally, key).counts) >= minimumAnswers;

const concentrated = ([never, rarely, sometimes, often, always]: AnswerCounts): boolean =>
  isConcentrated(never + rarely, sometimes, often + always);

function scoreOf(counts: AnswerCounts, polarity: 1 | -1, circle: Circle): Score {
  const answers = totalOf(counts);
  if (answers === 0) return { kind: "withheld", why: "too-few-answers" };
  return releasedScore(
    {
      kind: "item",
      polarity,
      mean: itemScore(meanAnswer(counts)),
      deviation: 25 * Math.sqrt(answerVariance(counts)),
      concentrated: concentrated(counts),
      answers,
    },
    circle,
  );
}

/** A leader's own answer to an item in points on 0–100, null when not given. */
function ownAnswer(answers: AttributedAnswers | null, key: string): number | null {
  const answer = answers?.items[key];
  return answer === undefined || answer === null ? null : itemScore(answer);
}

/** What is released of the answers under one key: mean from 5 answers, shares and agreement from 20 (D5, D6). */
function released(
  { key, polarity, scale }: Pick<InstrumentItem, "key" | "polarity" | "scale">,
  tally: GroupTally,
  circle: Circle,
): Pick<ItemResult, "key" | "score" | "distribution" | "agreement" | "littleVisible"> {
  const { counts, cannotObserve } = itemTally(tally, key);
  const answers = totalOf(counts);
  return {
    key,
    score: scoreOf(counts, polarity, circle),
    distribution: distributionOf(counts, scale),
    agreement: answers >= minimumDistribution && !concentrated(counts) ? agreementOf(counts) : null,
    littleVisible: circle.answers >= minimumDistribution && cannotObserve > 0.4 * (answers + cannotObserve),
  };
}

/** One statement as it may be released. */
export function itemResult(
  item: InstrumentItem,
  tally: GroupTally,
  circle: Circle,
  self: AttributedAnswers | null,
): ItemResult {
  const template = item.wording.engineer ?? "";
  return {
    ...released(item, tally, circle),
    text: fillTokens(template, titles),
    polarity: item.polarity,
    self: ownAnswer(self, item.key),
    wordingVersion: template,
  };
}

/** Whether an announcement happened, as it may be released: by the same rules as a statement, and part of no area. */
export const commitmentResult = (
  { key, text }: AskedCommitment,
  tally: GroupTally,
  circle: Circle,
): CommitmentResult => ({ ...released({ key, polarity: 1, scale: "freq5" }, tally, circle), text });
