import { countForInterval, minimumAnswers, printedCount, releasedDeviation, releasedMean } from "./disclosure";
import type { Score } from "./report";
import { interval, priorDeviation, standardErrorOf } from "./score";

export type Measure = {
  kind: "item" | "dimension";
  polarity: 1 | -1;
  /** Mean in points on 0–100, not rounded; meaningless when there are no answers. */
  mean: number;
  /** Observed standard deviation in points. */
  deviation: number;
  /** All, or all but one or two, answered alike: the observed deviation would tell it. */
  concentrated: boolean;
  answers: number;
};

/** Who could have answered: people invited, and people who answered anything about the same subject. */
export type Circle = { invited: number; answers: number };

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * The number a measure may be released as (D2, D5, D6), in points on 0–100 with its 95 % interval (F5), or withheld below
 * 5 answers. The interval stands around the released value, so that it tells no more than the value does.
 */
export function releasedScore(measure: Measure, circle: Circle): Score {
  if (measure.answers < minimumAnswers) return { kind: "withheld", why: "too-few-answers" };
  const answers = countForInterval(measure.answers, circle.answers);
  const { value, clipped } = releasedMean(measure.mean, answers, measure.kind, measure.polarity);
  const prior = priorDeviation[measure.kind];
  const observed = measure.concentrated ? null : releasedDeviation(measure.deviation, measure.answers);
  const deviation = observed ?? prior;
  const spread = standardErrorOf(deviation, answers, circle.invited, prior);
  const { low, high } = interval(value, spread);
  return {
    kind: "shown",
    value,
    clipped,
    low: rounded(low, 4),
    high: rounded(high, 4),
    answers: printedCount(measure.answers),
    standardError: rounded(spread.standardError, 4),
    degreesOfFreedom: spread.degreesOfFreedom,
  };
}
