import fc from "fast-check";
import { expect, test } from "vitest";
import { dueByAge, publicRecordCycles, retentionBounds, retentionTable, setRetentionInput } from "./retention";

const now = new Date("2036-01-01T00:00:00Z");
const cyclesOf = (count: number, change: object = {}) =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    closedAt: new Date(now.getTime() - index * 91 * 86_400_000),
    destroyedAt: now as Date | null,
    expiredAt: null as Date | null,
    ...change,
  }));

test("eight cycles keep their results by default, the ninth loses them", () => {
  expect(dueByAge(cyclesOf(8), 8, now).results).toEqual([]);
  expect(dueByAge(cyclesOf(10), 8, now).results).toEqual(["c8", "c9"]);
  expect(retentionBounds.normal).toBe(8);
});

test("a cycle that still has its ballots loses nothing, however old", () => {
  expect(dueByAge(cyclesOf(30, { destroyedAt: null }), 8, now)).toEqual({ results: [], records: [], deliveries: [] });
});

test("no number keeps fewer than five or more than twenty", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 40 }), (keep, count) => {
      const kept = count - dueByAge(cyclesOf(count), keep, now).results.length;
      return kept === Math.min(count, Math.min(Math.max(keep, 5), 20));
    }),
  );
  for (const cycles of [4, 21, 7.5, Number.NaN]) expect(setRetentionInput.safeParse({ cycles }).success).toBe(false);
  expect(setRetentionInput.safeParse({ cycles: 5 }).success).toBe(true);
});

test("results that went do not go twice, and the public record goes last", () => {
  const due = dueByAge(cyclesOf(22, { expiredAt: now }), 8, now);
  expect(due.results).toEqual([]);
  expect(due.records).toEqual(["c20", "c21"]);
  expect(publicRecordCycles).toBe(20);
});

test("notes on mails go ninety days after the close", () => {
  expect(dueByAge(cyclesOf(3), 8, now).deliveries).toEqual(["c1", "c2"]);
});

test("the table says the company's own number", () => {
  expect(retentionTable(12).map(({ when }) => when)).toContain("once 12 newer cycles are closed");
});
