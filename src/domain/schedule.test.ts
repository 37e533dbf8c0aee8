import fc from "fast-check";
import { expect, test } from "vitest";
import { checkClosingDate, checkWindows } from "./cycle";
import {
  type CycleTemplate,
  checkPlannedOpening,
  checkPlannedRelease,
  cycleTemplateSchema,
  earliestRelease,
  nextPlan,
  openingDay,
  planOf,
  quarterIn,
  releaseMoment,
} from "./schedule";
import { timeZones, wallTimeOf, weekdayOf } from "./time-zone";

const day = 86_400_000;
const now = new Date("2026-06-01T10:00:00Z");
const fromNow = (days: number) => new Date(now.getTime() + days * day);

test("a cycle is planned to open later, and its windows are measured from that opening", () => {
  const dates = { closesAt: fromNow(50), castsFrom: null };
  expect(() => checkPlannedOpening(fromNow(30), dates, now)).not.toThrow();
  expect(() => checkPlannedOpening(now, dates, now)).toThrow("still to come");
  expect(() => checkPlannedOpening(fromNow(371), { ...dates, closesAt: fromNow(380) }, now)).toThrow("370 days");
  expect(() => checkPlannedOpening(fromNow(10), dates, now)).toThrow("31 days");
  expect(() => checkPlannedOpening(fromNow(49.5), dates, now)).toThrow("one day");
  expect(() => checkPlannedOpening(fromNow(30), { ...dates, castsFrom: fromNow(30.5) }, now)).toThrow("sealing");
});

test("a planned release waits for the days for disputes, counted from the real close", () => {
  const closesAt = fromNow(10);
  expect(earliestRelease(closesAt)).toEqual(fromNow(17));
  expect(() => checkPlannedRelease(fromNow(17), closesAt, now)).not.toThrow();
  expect(() => checkPlannedRelease(fromNow(16.9), closesAt, now)).toThrow("7 days after closing");
  expect(() => checkPlannedRelease(fromNow(-1), fromNow(-20), now)).toThrow("still to come");
  expect(releaseMoment(fromNow(20), fromNow(10))).toEqual(fromNow(20));
  expect(releaseMoment(fromNow(20), fromNow(15))).toEqual(fromNow(22));
});

test("a rule names a day: the second Tuesday of the quarter, or ten days into it", () => {
  const second = { kind: "weekday", nth: 2, weekday: 2 } as const;
  expect(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map((quarter) => openingDay(second, quarter))).toEqual([
    "2026-01-13",
    "2026-04-14",
    "2026-07-14",
    "2026-10-13",
  ]);
  // A quarter that begins on the weekday itself counts that day as the first.
  expect(openingDay({ kind: "weekday", nth: 1, weekday: 3 }, "2026-Q2")).toBe("2026-04-01");
  expect(openingDay({ kind: "offset", days: 10 }, "2026-Q1")).toBe("2026-01-11");
});

const template: CycleTemplate = {
  opens: { kind: "weekday", nth: 2, weekday: 2 },
  daysOpen: 14,
  castsAfterDays: null,
  releaseAfterDays: 10,
  sliceNames: [],
};

test("a template's moments are wall clocks of the company: opening 09:00, closing 17:00, also over a change of clocks", () => {
  const plan = planOf(template, "2026-Q4", "Europe/Berlin");
  expect(plan).toEqual({
    quarter: "2026-Q4",
    opensAt: new Date("2026-10-13T07:00:00Z"),
    closesAt: new Date("2026-10-27T16:00:00Z"),
    castsFrom: null,
    releaseAt: new Date("2026-11-06T08:00:00Z"),
  });
});

const templates = fc
  .record({
    opens: fc.oneof(
      fc.record({
        kind: fc.constant("weekday" as const),
        nth: fc.integer({ min: 1, max: 10 }),
        weekday: fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({ kind: fc.constant("offset" as const), days: fc.integer({ min: 0, max: 70 }) }),
    ),
    daysOpen: fc.integer({ min: 2, max: 30 }),
    castsAfterDays: fc.option(fc.integer({ min: 2, max: 29 })),
    releaseAfterDays: fc.option(fc.integer({ min: 8, max: 60 })),
    sliceNames: fc.constant<CycleTemplate["sliceNames"]>([]),
  })
  .filter((made) => cycleTemplateSchema.safeParse(made).success);

test("every template in every zone and quarter makes a cycle that the law lets open and release", () => {
  const quarters = fc
    .tuple(fc.integer({ min: 2024, max: 2040 }), fc.integer({ min: 1, max: 4 }))
    .map(([year, quarter]) => `${year}-Q${quarter}`);
  fc.assert(
    fc.property(templates, quarters, fc.constantFrom(...timeZones), (made, quarter, zone) => {
      const plan = planOf(made, quarter, zone);
      expect(() => checkClosingDate(plan.closesAt, plan.opensAt)).not.toThrow();
      expect(() => checkWindows(plan.castsFrom, plan.closesAt, plan.opensAt)).not.toThrow();
      if (plan.releaseAt)
        expect(() => checkPlannedRelease(plan.releaseAt as Date, plan.closesAt, plan.opensAt)).not.toThrow();
      expect(quarterIn(plan.opensAt, zone)).toBe(quarter);
      if (made.opens.kind === "weekday") expect(weekdayOf(wallTimeOf(plan.opensAt, zone).day)).toBe(made.opens.weekday);
    }),
    { numRuns: 1500 },
  );
});

test("the next plan is the first free quarter still to come, sixty days after the opening before", () => {
  const next = (ground: { taken?: string[]; lastOpening?: Date | null }, at = now) =>
    nextPlan(template, { from: "2026-Q2", taken: [], lastOpening: null, zone: "UTC", ...ground }, at).quarter;
  expect(next({})).toBe("2026-Q3");
  expect(next({}, new Date("2026-04-01"))).toBe("2026-Q2");
  expect(next({ taken: ["2026-Q3"] })).toBe("2026-Q4");
  expect(next({ lastOpening: new Date("2026-05-30") })).toBe("2026-Q4");
});

test("a template may not seal on the closing day, release among disputes or open at a weekend by weekday", () => {
  const parse = (change: object) => cycleTemplateSchema.safeParse({ ...template, ...change }).success;
  expect(parse({})).toBe(true);
  expect([
    parse({ castsAfterDays: 13 }),
    parse({ releaseAfterDays: 7 }),
    parse({ opens: { kind: "weekday", nth: 1, weekday: 6 } }),
    parse({ daysOpen: 31 }),
  ]).toEqual([false, false, false, false]);
});
