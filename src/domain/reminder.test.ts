import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "./errors";
import {
  checkManualReminder,
  manualReachesAll,
  maxReminders,
  plannedReminder,
  reminderMoments,
  type SentReminders,
} from "./reminder";
import { dayAfter, isWeekend, momentOf, timeZones, wallTimeOf } from "./time-zone";

const day = 86_400_000;
const span = (opensAt: string, closesAt: string, castsFrom: string | null = null) => ({
  opensAt: new Date(opensAt),
  closesAt: new Date(closesAt),
  castsFrom: castsFrom === null ? null : new Date(castsFrom),
});
const moments =
  (...of: [...Parameters<typeof span>]) =>
  (zone: string) =>
    reminderMoments(span(...of), zone).map((moment) => moment.toISOString());

test("a cycle of three weeks: half-way, then every four days, at 09:00 where the reader is", () => {
  const all = moments("2026-06-01T09:00:00Z", "2026-06-22T15:00:00Z");
  // Half-way is the midnight to Friday 12 June; four days on is a Tuesday, and then a Saturday, which waits for Monday.
  expect(all("UTC")).toEqual(["2026-06-12T09:00:00.000Z", "2026-06-16T09:00:00.000Z", "2026-06-22T09:00:00.000Z"]);
  expect(all("Asia/Tokyo")[0]).toBe("2026-06-12T00:00:00.000Z");
  expect(all("America/Los_Angeles")[0]).toBe("2026-06-12T16:00:00.000Z");
});

test("half-way on a weekend waits for Monday, and where claiming is over by then nothing is sent", () => {
  expect(moments("2026-06-01T12:00:00Z", "2026-06-12T00:00:00Z")("UTC")[0]).toBe("2026-06-08T09:00:00.000Z");
  expect(moments("2026-06-05T09:00:00Z", "2026-06-08T08:00:00Z")("UTC")).toEqual([]);
});

test("in two windows reminders stop when nothing can be collected any more", () => {
  const one = moments("2026-06-01T09:00:00Z", "2026-06-29T15:00:00Z")("UTC");
  const two = moments("2026-06-01T09:00:00Z", "2026-06-29T15:00:00Z", "2026-06-09T09:00:00Z")("UTC");
  expect(one).toHaveLength(3);
  expect(two).toEqual(["2026-06-05T09:00:00.000Z"]);
});

test("09:00 stays 09:00 over a change of clocks", () => {
  expect(moments("2026-10-13T09:00:00Z", "2026-11-06T09:00:00Z")("Europe/Berlin")).toEqual([
    "2026-10-26T08:00:00.000Z",
    "2026-10-30T08:00:00.000Z",
    "2026-11-03T08:00:00.000Z",
  ]);
});

test("for every zone, opening and length: at most three, working mornings, four days apart, inside the time, none too early or left out", () => {
  const anySpan = fc
    .tuple(
      fc.integer({ min: 0, max: 365 * 8 * 24 }),
      fc.integer({ min: 24, max: 31 * 24 }),
      fc.option(fc.double({ min: 0.1, max: 0.9, noNaN: true })),
    )
    .map(([hours, length, share]) => {
      const opensAt = new Date(Date.UTC(2024, 0, 1) + hours * 3_600_000);
      const closesAt = new Date(opensAt.getTime() + length * 3_600_000);
      const castsFrom = share === null ? null : new Date(opensAt.getTime() + Math.round(share * length) * 3_600_000);
      return { opensAt, closesAt, castsFrom };
    });
  fc.assert(
    fc.property(anySpan, fc.constantFrom(...timeZones), (cycle, zone) => {
      const planned = reminderMoments(cycle, zone);
      const end = cycle.castsFrom ?? cycle.closesAt;
      const halfWay = (cycle.opensAt.getTime() + end.getTime()) / 2;
      const walls = planned.map((moment) => wallTimeOf(moment, zone));
      expect(planned.length).toBeLessThanOrEqual(3);
      expect(walls.every(({ time }) => time === "09:00")).toBe(true);
      expect(walls.some(({ day: on }) => isWeekend(on))).toBe(false);
      expect(planned.every((moment) => moment.getTime() >= halfWay && moment < end)).toBe(true);
      // Between what may be earliest and what was planned lies no working morning.
      let earliest = wallTimeOf(new Date(halfWay), zone).day;
      for (const { day: on } of [...walls, ...(walls.length < 3 ? [{ day: wallTimeOf(end, zone).day }] : [])]) {
        for (let tried = earliest; tried < on; tried = dayAfter(tried, 1)) {
          const morning = momentOf({ day: tried, time: "09:00" }, zone);
          expect(isWeekend(tried) || morning.getTime() < halfWay || morning >= end).toBe(true);
        }
        expect(on >= earliest || on === wallTimeOf(end, zone).day).toBe(true);
        earliest = dayAfter(on, 4);
      }
    }),
    { numRuns: 1500 },
  );
});

const nothing: SentReminders = { manual: 0, lastManualAt: null, rounds: 0, lastRemindedAt: null };
const now = new Date("2026-06-15T10:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * day);
const refused = (sent: Partial<SentReminders>) => {
  try {
    checkManualReminder("open", { ...nothing, ...sent }, now);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.message : "broken";
  }
};

describe("manual and planned reminders count together", () => {
  test("a manual reminder at most once in 14 days, a day after any other, and never a fourth", () => {
    expect(refused({})).toBeNull();
    expect(refused({ manual: 1, lastManualAt: ago(14), lastRemindedAt: ago(14) })).toBeNull();
    expect(refused({ manual: 1, lastManualAt: ago(13.9), lastRemindedAt: ago(13.9) })).toContain("14 days");
    expect(refused({ rounds: 1, lastRemindedAt: ago(0.9) })).toContain("a day old");
    expect(refused({ rounds: 2, lastRemindedAt: ago(2) })).toBeNull();
    expect(refused({ rounds: 2, manual: 1, lastManualAt: ago(20), lastRemindedAt: ago(2) })).toContain("Three");
    expect(() => checkManualReminder("closed", nothing, now)).toThrow("only while a cycle is open");
  });

  test("a manual reminder takes the place of the last planned one, and of one that would come within four days", () => {
    const rounds = (round: number) => ({ round, planned: 3 });
    const sent = { ...nothing, manual: 1, lastManualAt: ago(3) };
    expect(plannedReminder(rounds(1), sent, now)).toBe("skip");
    expect(plannedReminder(rounds(1), { ...sent, lastManualAt: ago(4) }, now)).toBe("unclaimed");
    expect(plannedReminder(rounds(2), { ...sent, lastManualAt: ago(4) }, now)).toBe("all");
    expect(plannedReminder(rounds(3), { ...sent, lastManualAt: ago(9) }, now)).toBe("skip");
  });

  test("the last of at least two goes to all; a single planned one goes to those who have not claimed", () => {
    const kinds = (planned: number) =>
      Array.from({ length: planned }, (_, index) => plannedReminder({ round: index + 1, planned }, nothing, now));
    expect([kinds(1), kinds(2), kinds(3)]).toEqual([
      ["unclaimed"],
      ["unclaimed", "all"],
      ["unclaimed", "unclaimed", "all"],
    ]);
    expect(manualReachesAll(nothing, 0)).toBe(false);
    expect(manualReachesAll({ ...nothing, rounds: 1 }, 1)).toBe(true);
    expect(manualReachesAll({ ...nothing, rounds: 1 }, 3)).toBe(false);
    expect(manualReachesAll({ ...nothing, rounds: 2 }, 3)).toBe(true);
  });

  test("whatever is sent when, nobody gets more than three, no planned one within four days of a manual one", () => {
    const cycle = fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.array(fc.integer({ min: 0, max: 31 * 24 }), { maxLength: 60 }),
    );
    fc.assert(
      fc.property(
        cycle,
        fc.array(fc.integer({ min: 24 * 4, max: 24 * 9 }), { minLength: 3, maxLength: 3 }),
        ([planned, tries], gaps) => {
          const roundAt = gaps
            .slice(0, planned)
            .map((_, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0));
          const moments = [
            ...tries.map((hour) => ({ hour, round: 0 })),
            ...roundAt.map((hour, index) => ({ hour, round: index + 1 })),
          ];
          moments.sort((left, right) => left.hour - right.hour);
          let sent = nothing;
          const reached: { hour: number; manual: boolean; all: boolean }[] = [];
          for (const { hour, round } of moments) {
            const moment = new Date(now.getTime() + hour * 3_600_000);
            if (round === 0) {
              try {
                checkManualReminder("open", sent, moment);
              } catch {
                continue;
              }
              reached.push({ hour, manual: true, all: manualReachesAll(sent, planned) });
              sent = { ...sent, manual: sent.manual + 1, lastManualAt: moment, lastRemindedAt: moment };
            } else {
              const kind = plannedReminder({ round, planned }, sent, moment);
              if (kind !== "skip") reached.push({ hour, manual: false, all: kind === "all" });
              sent = { ...sent, rounds: round, ...(kind === "skip" ? {} : { lastRemindedAt: moment }) };
            }
          }
          expect(reached.length).toBeLessThanOrEqual(maxReminders);
          const hours = reached.map(({ hour }) => hour);
          expect(hours.every((hour, index) => index === 0 || hour - (hours[index - 1] ?? 0) >= 24)).toBe(true);
          const manual = reached.filter((one) => one.manual).map(({ hour }) => hour);
          expect(manual.every((hour, index) => index === 0 || hour - (manual[index - 1] ?? 0) >= 14 * 24)).toBe(true);
          for (const { hour } of reached.filter((one) => !one.manual)) {
            expect(manual.some((other) => other <= hour && hour - other < 96)).toBe(false);
          }
          if (reached.length === 3) expect(reached[2]?.all).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
