import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "./answers";
import { itemsAbout } from "./instrument";
import { anyBallot, ballot, ballots, reportOf } from "./report-fixtures";
import { correlationOf, countTogether, pairOf, type TogetherTally } from "./tally-together";

const impression = (engineers: Parameters<typeof reportOf>[0], seat: "cto" | "vpe" = "cto"): boolean => {
  const report = reportOf(engineers, 60)[seat];
  return report.kind === "shown" && report.generalImpression === true;
};
/** Raters who see the CTO through one impression: every statement alike. */
const alike = (count: number) => ballots(count, (index) => ballot(((index % 5) + 1) as Answer));
const dimensions = [...new Set(itemsAbout("cto", { group: "engineer", tier: "core" }).map((item) => item.dimension))];
/** Raters whose answers differ by area, each area in a rhythm of its own. */
const apart = (count: number) =>
  ballots(count, (index) =>
    ballot(
      3,
      Object.fromEntries(
        itemsAbout("cto", { group: "engineer", tier: "core" }).map(({ key, dimension }) => [
          key,
          ((Math.floor(index / 2 ** dimensions.indexOf(dimension)) % 2) * 4 + 1) as Answer,
        ]),
      ),
    ),
  );

test("the correlation of two areas is Pearson's, worked by hand", () => {
  const together: TogetherTally = new Map();
  // 0, 50, 100 against 25, 25, 100: covariance 5000/3 over deviations √(5000/3)·√1250 makes 0.8660.
  for (const [first, second] of [[1, 2], [3, 2], [5, 5]] as const) {
    countTogether(together, [{ key: "a", answers: [first] }, { key: "b", answers: [second] }]);
  } // biome-ignore format: rows
  expect(together.get(pairOf("a", "b"))?.raters).toBe(3);
  expect(correlationOf(together.get(pairOf("a", "b")) ?? { raters: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 })).toBeCloseTo(
    Math.sqrt(3) / 2,
    12,
  );
});

test("a rater without a valid score of one area is not counted for its pairs", () => {
  const together: TogetherTally = new Map();
  countTogether(together, [
    { key: "a", answers: [4] },
    { key: "b", answers: [4, null, null] },
    { key: "c", answers: [null, 5, 4] },
  ]);
  expect([...together.keys()]).toEqual([pairOf("a", "c")]);
});

test("answers that are one general impression are noted for each seat, from 20 of them", () => {
  expect([impression(alike(20)), impression(alike(20), "vpe")]).toEqual([true, true]);
  expect(impression(alike(19))).toBe(false);
});

test("answers that tell areas apart are not", () => {
  expect(impression(apart(32))).toBe(false);
});

test("nothing is noted where all, or all but one or two, answer alike: it would tell of those one or two", () => {
  expect(impression(ballots(30, () => ballot(4)))).toBe(false);
  expect(impression(ballots(30, (index) => ballot(index < 2 ? 1 : 5)))).toBe(false);
  expect(impression(ballots(30, (index) => ballot(index < 3 ? 1 : 5)))).toBe(true);
});

test("an area with a withheld statement does not count, and two areas are too few", () => {
  const open = (keys: readonly string[]) =>
    alike(25).map((answers, index) => ({
      ...answers,
      items: {
        ...answers.items,
        ...(index < 4 ? {} : Object.fromEntries(keys.map((key) => [key, null]))),
      },
    }));
  expect(impression(open(["cto_reasons", "cto_feasible"]))).toBe(true);
  expect(impression(open(["cto_reasons", "cto_feasible", "cto_think_big"]))).toBe(false);
});

test("the note never depends on the order of the ballots, and is never there below 20 answers", () => {
  fc.assert(
    fc.property(fc.array(anyBallot, { maxLength: 30 }), (engineers) => {
      expect(impression([...engineers].reverse())).toBe(impression(engineers));
      if (engineers.length < 20) expect(impression(engineers)).toBe(false);
    }),
    { numRuns: 40 },
  );
});
