import { expect, test } from "vitest";
import golden from "./golden-values.json" with { type: "json" };
import {
  gapOf,
  interval,
  itemScore,
  meanAndDeviation,
  moderatedVariance,
  patternBand,
  raterScore,
  relativeProfile,
  responsibilityBand,
  standardErrorOf,
  wilsonInterval,
} from "./score";
import {
  type AnswerCounts,
  agreementOf,
  answerVariance,
  averageDeviation,
  totalOf,
  withinGroupAgreement,
} from "./score-agreement";
import { studentQuantile } from "./statistics";

const countsOf = (answers: number[]): AnswerCounts => {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const answer of answers) counts[(answer - 1) as 0 | 1 | 2 | 3 | 4] += 1;
  return counts;
};

test.each(golden.F1_item_score)("F1: answer $x is $score points", ({ x, score }) => {
  expect(itemScore(x)).toBe(score);
});

test.each(golden.F2_rater_dimension)("F2: answers $xs make $score", ({ xs, score }) => {
  const result = raterScore(xs);
  if (score === null) expect(result).toBeNull();
  else expect(result).toBeCloseTo(score, 4);
});

test("F3: a group score is the mean of rater scores, with the sample deviation", () => {
  const raw = golden.F3_F4_example_raw;
  expect(meanAndDeviation(raw.scores).mean).toBeCloseTo(raw.mean, 4);
  expect(meanAndDeviation(raw.scores).deviation).toBeCloseTo(raw.sd, 4);
  const moderated = moderatedVariance(meanAndDeviation(raw.scores).deviation, raw.scores.length);
  expect([moderated.variance, moderated.degreesOfFreedom]).toEqual([expect.closeTo(413.875, 4), 8]);
  const second = meanAndDeviation(golden.F3_second.scores);
  expect(second.mean).toBeCloseTo(golden.F3_second.mean, 4);
  expect(second.deviation).toBeCloseTo(golden.F3_second.sd, 4);
  expect(patternBand(second.mean)).toBe(golden.F3_second.band);
});

test.each(golden.F4_moderated_variance)("F4: s $s of $n answers", ({ s, n, s0, sd_mod, df }) => {
  const { variance, degreesOfFreedom } = moderatedVariance(s, n, s0);
  expect(Math.sqrt(variance)).toBeCloseTo(sd_mod, 4);
  expect(degreesOfFreedom).toBe(df);
});

test.each(golden.F5_ci)("F5: $m, s $s, $n of $N", ({ m, s, n, N, se, t, lo, hi }) => {
  const spread = standardErrorOf(s, n, N);
  expect(spread.standardError).toBeCloseTo(se, 4);
  expect(studentQuantile(0.975, spread.degreesOfFreedom)).toBeCloseTo(t, 4);
  expect(interval(m, spread).low).toBeCloseTo(lo, 4);
  expect(interval(m, spread).high).toBeCloseTo(hi, 4);
});

test.each(golden.F5b_classic_ci)("F5b: the classic interval needs the same t at $n", ({ s, n, N, se, t, half }) => {
  const classicError = Math.sqrt((s ** 2 / n) * (N === null ? 1 : 1 - n / N));
  expect(classicError).toBeCloseTo(se, 4);
  expect(studentQuantile(0.975, n - 1)).toBeCloseTo(t, 4);
  expect(studentQuantile(0.975, n - 1) * classicError).toBeCloseTo(half, 3);
});

test.each(golden.F5c_half_width_table)(
  "F5c: half-width of the interval at $n answers",
  ({ n, no_fpc, rr60, rr80, rr100 }) => {
    const half = (rate: number | null): number => {
      const spread = standardErrorOf(22, n, rate === null ? null : n / rate);
      return studentQuantile(0.975, spread.degreesOfFreedom) * spread.standardError;
    };
    expect(half(null)).toBeCloseTo(no_fpc, 4);
    expect(half(0.6)).toBeCloseTo(rr60, 4);
    expect(half(0.8)).toBeCloseTo(rr80, 4);
    expect(half(1)).toBeCloseTo(rr100, 4);
  },
);

test("an interval never leaves the scale", () => {
  expect(interval(98, standardErrorOf(22, 5, 8)).high).toBe(100);
  expect(interval(2, standardErrorOf(22, 5, 8)).low).toBe(0);
});

test.each(golden.F7_gap)("F7: $inp is $label", ({ inp, gap, label }) => {
  const [self = 0, value = 0, low = 0, high = 0, polarity] = inp;
  expect(gapOf(self, { value, low, high }, polarity === 1 ? 1 : -1)).toEqual({ points: gap, label });
});

test("F7: a hidden strength of a whole scale point is large", () => {
  expect(gapOf(40, { value: 70, low: 60, high: 80 }, 1).label).toBe("hidden_strength_large");
});

test.each(golden.F8_band)("F8: index $index is $band", ({ index, band }) => {
  expect(patternBand(index)).toBe(band);
});

test("responsibility bands begin at 50, 65 and 80", () => {
  expect([49.9, 50, 64.9, 65, 79.9, 80].map(responsibilityBand)).toEqual([
    "gap",
    "developing",
    "developing",
    "solid",
    "solid",
    "strength",
  ]);
});

test.each(golden.F8_wilson)("F8: $k in $n by Wilson", ({ k, n, p, lo, hi }) => {
  const { share, low, high } = wilsonInterval(k, n);
  expect(share).toBeCloseTo(p, 4);
  expect(low).toBeCloseTo(lo, 4);
  expect(high).toBeCloseTo(hi, 4);
});

test.each(golden.F9_rwg)("F9: agreement of $xs", ({ xs, s2, rwg, ad }) => {
  expect(answerVariance(countsOf(xs))).toBeCloseTo(s2, 4);
  expect(withinGroupAgreement(countsOf(xs))).toBeCloseTo(rwg, 4);
  expect(averageDeviation(countsOf(xs))).toBeCloseTo(ad, 4);
});

test.each(golden.F9b_rwgJ)("F9b: the variances behind an agreement over $J items", ({ items, mean_s2 }) => {
  const variances = items.map((answers) => answerVariance(countsOf(answers)));
  expect(variances.reduce((sum, variance) => sum + variance, 0) / items.length).toBeCloseTo(mean_s2, 4);
});

test.each(golden.F19_agreement_label)("F19: $xs is $label", ({ xs, ad, low_share, high_share, label }) => {
  const counts = countsOf(xs);
  expect(averageDeviation(counts)).toBeCloseTo(ad, 4);
  expect((counts[0] + counts[1]) / totalOf(counts)).toBeCloseTo(low_share, 4);
  expect((counts[3] + counts[4]) / totalOf(counts)).toBeCloseTo(high_share, 4);
  expect(agreementOf(counts)).toBe(label);
});

test("F18: a relative profile is free of the general impression", () => {
  const [profile, flat] = golden.F18_ipsative;
  expect(relativeProfile(profile?.dims as Record<string, number>)).toEqual(profile?.rel);
  expect(relativeProfile(flat?.dims as Record<string, number>)).toEqual(flat?.rel);
});
