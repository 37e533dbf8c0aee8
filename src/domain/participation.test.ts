import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { participation } from "./participation";

const before = (phase: "open" | "closed") => (invited: number, claimed: number) =>
  participation({ phase, invited, claimed, ballots: claimed });
const [open, closed] = [before("open"), before("closed")];
const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((invited) => fc.tuple(fc.constant(invited), fc.nat({ max: invited })));

test("below five it says nothing but that they are few", () => {
  for (const invited of [0, 4, 8, 10, 1000]) {
    for (const claimed of [0, 1, 2, 3, 4]) {
      expect(open(invited, claimed)).toEqual({ kind: "few" });
      expect(closed(invited, claimed)).toEqual({ kind: "few" });
    }
  }
});

test("while a cycle is open, all numbers from five on look alike in a group of fewer than 20", () => {
  for (let invited = 5; invited < 20; invited += 1) {
    for (let claimed = 5; claimed <= invited; claimed += 1) expect(open(invited, claimed)).toEqual({ kind: "enough" });
  }
  expect(open(20, 5)).toEqual({ kind: "steps", percent: 25 });
});

describe("steps", () => {
  test("are of 5 %, never above the truth and never more than a step below it, whatever the report knows", () => {
    fc.assert(
      fc.property(counts, ([invited, claimed]) => {
        const shown = closed(invited, claimed);
        expect(shown.kind).toBe(claimed < 5 ? "few" : "steps");
        if (shown.kind !== "steps") return;
        expect(shown.percent % 5).toBe(0);
        expect(shown.percent * invited).toBeLessThanOrEqual(claimed * 100);
        expect((shown.percent + 5) * invited).toBeGreaterThan(claimed * 100);
        if (invited >= 20) expect(open(invited, claimed)).toEqual(shown);
      }),
      { numRuns: 2000 },
    );
  });

  test("tell no more than themselves: within a step all numbers look alike", () => {
    fc.assert(
      fc.property(counts, fc.nat(), ([invited, claimed], other) => {
        fc.pre(claimed >= 5);
        const second = 5 + (other % Math.max(1, invited - 4));
        const [one, two] = [closed(invited, claimed), closed(invited, second)];
        const sameStep = Math.floor((claimed * 20) / invited) === Math.floor((second * 20) / invited);
        if (sameStep && second <= invited) expect(two).toEqual(one);
      }),
    );
  });

  test("are each reached exactly, for every size up to 600 and every number that makes it", () => {
    const late: string[] = [];
    for (let invited = 5; invited <= 600; invited += 1) {
      for (let step = 1; step <= 20; step += 1) {
        const claimed = Math.ceil((step * invited) / 20);
        if (claimed < 5) continue;
        const shown = closed(invited, claimed);
        const expected = Math.floor((claimed * 20) / invited) * 5;
        if (shown.kind !== "steps" || shown.percent !== expected) late.push(`${claimed} of ${invited}`);
      }
    }
    expect(late).toEqual([]);
  });

  test.each([
    [40, 5, 10],
    [40, 23, 55],
    [40, 24, 60],
    [40, 40, 100],
    [8, 5, 60],
    [1000, 5, 0],
  ])("of %i invited %i claimed are %i %", (invited, claimed, percent) => {
    expect(closed(invited, claimed)).toEqual({ kind: "steps", percent });
  });
});

test("after release the exact number of answers appears where the report says it", () => {
  const released = { phase: "released" as const, invited: 38, claimed: 0 };
  expect(participation({ ...released, ballots: 31 })).toEqual({ kind: "exact", answers: 31, percent: 82 });
  expect(participation({ ...released, ballots: null })).toEqual({ kind: "few" });
});
