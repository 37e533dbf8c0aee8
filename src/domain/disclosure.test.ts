import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countForInterval,
  keptApart,
  mayBeAskedApart,
  printedCount,
  releasedDeviation,
  releasedMean,
  releasedShare,
  remainderAllowed,
  shownCells,
} from "./disclosure";
import { distributionOf } from "./disclosure-distribution";
import golden from "./golden-values.json" with { type: "json" };
import { type AnswerCounts, totalOf } from "./score-agreement";

test("a group of seven invited people is not asked apart, eight are", () => {
  expect([7, 8].map(mayBeAskedApart)).toEqual([false, true]);
});

test("cells under eight invited are merged, and never leave a rest under eight", () => {
  expect(keptApart([20, 9, 8])).toEqual([true, true, true]);
  expect(keptApart([20, 9, 3])).toEqual([true, false, false]);
  expect(keptApart([20, 4, 4])).toEqual([true, false, false]);
  expect(keptApart([12, 3])).toEqual([false, false]);
});

test.each(golden.F20_remainder_ok)("F20: $shown of $total", ({ total, shown, ok }) => {
  expect(remainderAllowed(total, shown)).toBe(ok);
});

test("parts of five beside a remainder of five may be said, a part of four never, whatever else is said", () => {
  expect(remainderAllowed(10, [5])).toBe(true);
  expect(remainderAllowed(10, [5, 5])).toBe(true);
  expect(remainderAllowed(20, [10, 4])).toBe(false);
  expect(remainderAllowed(20, [16])).toBe(false);
});

test("of cells of one size the first joins what is withheld", () => {
  expect(shownCells([9, 9, 9, 4])).toEqual([false, true, true, false]);
});

test("a withheld cell takes the next smallest with it, so that it cannot be computed", () => {
  expect(shownCells([12, 9, 4])).toEqual([true, false, false]);
  expect(shownCells([12, 9, 0])).toEqual([true, false, false]);
  expect(shownCells([12, 2, 1, 9])).toEqual([true, false, false, false]);
  expect(shownCells([6, 3])).toEqual([false, false]);
  expect(shownCells([6, 7])).toEqual([true, true]);
});

test("no two released sets of a partition differ by one to four answers", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(sizes, (cells) => {
      const shown = shownCells(cells);
      const total = cells.reduce((sum, size) => sum + size, 0);
      // Every union of shown cells is a set an outsider can form; its complement is the total minus it.
      for (let subset = 1; subset < 2 ** cells.length; subset += 1) {
        const members = cells.map((_, index) => index).filter((index) => subset & (1 << index));
        if (!members.every((index) => shown[index])) continue;
        const inside = members.reduce((sum, index) => sum + (cells[index] ?? 0), 0);
        expect(inside).toBeGreaterThanOrEqual(5);
        expect(total - inside === 0 || total - inside >= 5).toBe(true);
      }
      const hidden = cells.filter((_, index) => !shown[index]);
      expect(hidden.length === 1).toBe(cells.length === 1 && hidden.length === 1);
      const hiddenAnswers = hidden.reduce((sum, size) => sum + size, 0);
      expect(hidden.length === 0 || hidden.length === cells.length || hiddenAnswers >= 5).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("a measure's own n is printed from 20 answers only", () => {
  expect([5, 19, 20, 27].map(printedCount)).toEqual(["5–19", "5–19", 20, 27]);
});

test("below 20 an interval rests on 5, 10 or 15 answers unless everybody answered", () => {
  expect(countForInterval(13, 14)).toBe(10);
  expect(countForInterval(14, 14)).toBe(14);
  expect(countForInterval(19, 27)).toBe(15);
  expect(countForInterval(9, 27)).toBe(5);
  expect(countForInterval(24, 27)).toBe(24);
});

test("a mean is rounded and clipped, favourable and unfavourable mirrored", () => {
  expect(releasedMean(61.3, 14, "dimension", 1)).toEqual({ value: 61, clipped: null });
  expect(releasedMean(61.5, 14, "dimension", 1)).toEqual({ value: 62, clipped: null });
  expect(releasedMean(12, 5, "dimension", 1)).toEqual({ value: 30, clipped: "low" });
  expect(releasedMean(95, 5, "dimension", 1)).toEqual({ value: 90, clipped: "high" });
  expect(releasedMean(95, 5, "dimension", -1)).toEqual({ value: 70, clipped: "high" });
  expect(releasedMean(0, 5, "dimension", -1)).toEqual({ value: 10, clipped: "low" });
  // 1 + 6/5 = 2.2 and 5 − 2/5 = 4.6 on the 1–5 scale.
  expect(releasedMean(20, 5, "item", 1)).toEqual({ value: 25 * 1.2, clipped: "low" });
  expect(releasedMean(100, 5, "item", 1)).toEqual({ value: 25 * 3.6, clipped: "high" });
  expect(releasedMean(51, 10, "item", 1)).toEqual({ value: 50, clipped: null });
});

test("a released mean mirrors when the answers and the polarity do", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 0, max: 1000 }), (answers, tenths) => {
      const plain = releasedMean(tenths / 10, answers, "dimension", 1);
      const mirrored = releasedMean(100 - tenths / 10, answers, "dimension", -1);
      expect(Math.abs(plain.value + mirrored.value - 100)).toBeLessThanOrEqual(1);
    }),
  );
});

test("an observed deviation is unknown below 20 answers and coarse from there", () => {
  expect([
    releasedDeviation(18.5, 19),
    releasedDeviation(0, 20),
    releasedDeviation(18.5, 20),
    releasedDeviation(20, 40),
  ]).toEqual([null, 10, 20, 20]);
});

test("a share of one or two people is not said, nor that all but two are in it", () => {
  expect([2, 3, 12, 17, 18].map((count) => releasedShare(count, 20))).toEqual([null, 15, 60, 85, null]);
  expect(releasedShare(9, 19)).toBeNull();
});

const people = fc.integer({ min: 0, max: 12 });
const countsArbitrary: fc.Arbitrary<AnswerCounts> = fc.tuple(people, people, people, people, people);

test("a distribution exists from 20 answers, sums to 100 in steps of five, and no bin stands for one or two people", () => {
  fc.assert(
    fc.property(countsArbitrary, (counts) => {
      const distribution = distributionOf(counts, "freq5");
      if (totalOf(counts) < 20) expect(distribution).toBeNull();
      if (distribution === null) return;
      expect(distribution.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
      for (const { from, to, percent } of distribution) {
        const inBin = counts.slice(from - 1, to).reduce((sum, count) => sum + count, 0);
        expect(inBin === 0 || inBin >= 3).toBe(true);
        expect(percent % 5).toBe(0);
      }
    }),
    { numRuns: 2000 },
  );
});

test("small bins join a neighbour and carry its label", () => {
  expect(distributionOf([1, 1, 10, 8, 7], "freq5")?.map(({ label, percent }) => [label, percent])).toEqual([
    ["never to sometimes", 45],
    ["often, almost always", 55],
  ]);
  expect(distributionOf([2, 2, 6, 8, 9], "freq5")?.map(({ percent }) => percent)).toEqual([15, 20, 65]);
  expect(distributionOf([0, 0, 21, 0, 0], "freq5")).toBeNull();
  expect(distributionOf([0, 0, 0, 10, 10], "freq5")).toBeNull();
  expect(distributionOf([0, 5, 2, 10, 10], "effect5")?.map(({ label }) => label)).toEqual([
    "not or slightly effective",
    "fairly to extremely effective",
  ]);
});

test("where both ends could take the middle, the larger does, and the lower stays whole when they are alike", () => {
  const shares = (counts: AnswerCounts) => distributionOf(counts, "freq5")?.map(({ to, percent }) => [to, percent]);
  expect(shares([4, 4, 1, 8, 7])).toEqual([
    [2, 35],
    [5, 65],
  ]);
  expect(shares([8, 7, 1, 4, 4])).toEqual([
    [3, 65],
    [5, 35],
  ]);
  expect(shares([6, 6, 1, 6, 6])).toEqual([
    [2, 50],
    [5, 50],
  ]);
});

test("what rounding leaves over or short is taken from the largest share, wherever it stands", () => {
  const percents = (counts: AnswerCounts) => distributionOf(counts, "freq5")?.map(({ percent }) => percent);
  // 7, 8 and 9 of 24 round to 30, 35 and 40.
  expect(percents([7, 0, 8, 9, 0])).toEqual([30, 35, 35]);
  expect(percents([7, 0, 9, 8, 0])).toEqual([30, 35, 35]);
  expect(percents([9, 0, 8, 7, 0])).toEqual([35, 35, 30]);
  expect(percents([8, 0, 8, 8, 0])).toEqual([30, 35, 35]);
});
