import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dayAfter,
  isWeekend,
  momentOf,
  parseTimeZone,
  timeZoneChoices,
  timeZones,
  wallTimeOf,
  weekdayOf,
} from "./time-zone";

const at = (day: string, time: string, zone: string) => momentOf({ day, time }, zone).toISOString();

test("a wall clock in a zone is one moment, in winter and in summer", () => {
  expect(at("2026-01-15", "09:00", "Europe/Berlin")).toBe("2026-01-15T08:00:00.000Z");
  expect(at("2026-07-15", "09:00", "Europe/Berlin")).toBe("2026-07-15T07:00:00.000Z");
  expect(at("2026-07-15", "17:00", "America/Los_Angeles")).toBe("2026-07-16T00:00:00.000Z");
  expect(at("2026-07-15", "09:00", "Asia/Kathmandu")).toBe("2026-07-15T03:15:00.000Z");
  expect(at("2026-07-15", "09:00", "Pacific/Kiritimati")).toBe("2026-07-14T19:00:00.000Z");
  expect(at("2026-07-15", "09:00", "UTC")).toBe("2026-07-15T09:00:00.000Z");
});

test("an hour that clocks skip becomes as much later as they skip", () => {
  expect(at("2026-03-29", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  expect(wallTimeOf(new Date("2026-03-29T01:30:00Z"), "Europe/Berlin")).toEqual({ day: "2026-03-29", time: "03:30" });
  // Half an hour on Lord Howe Island.
  expect(
    wallTimeOf(momentOf({ day: "2026-10-04", time: "02:15" }, "Australia/Lord_Howe"), "Australia/Lord_Howe"),
  ).toEqual({
    day: "2026-10-04",
    time: "02:45",
  });
  // A whole day in Samoa, which had no 30 December 2011.
  expect(at("2011-12-30", "09:00", "Pacific/Apia")).toBe("2011-12-30T19:00:00.000Z");
});

test("an hour that clocks show twice means the first time", () => {
  expect(at("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  expect(at("2026-11-01", "01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
});

const zone = fc.constantFrom(...timeZones);
const wall = fc
  .tuple(fc.integer({ min: 0, max: 366 * 15 }), fc.integer({ min: 0, max: 24 * 60 - 1 }))
  .map(([days, minutes]) => ({
    day: dayAfter("2020-01-01", days),
    time: new Date(minutes * 60_000).toISOString().slice(11, 16),
  }));

test("in every zone the moment shows the wanted wall clock; only where that is skipped, a later one", () => {
  fc.assert(
    fc.property(zone, wall, (name, wanted) => {
      const moment = momentOf(wanted, name);
      const shown = wallTimeOf(moment, name);
      const text = ({ day, time }: typeof wanted) => `${day}T${time}`;
      expect(text(shown) >= text(wanted)).toBe(true);
      if (text(shown) === text(wanted)) return;
      // Skipped: no moment within a day shows it.
      for (let minutes = -180; minutes <= 180; minutes += 15) {
        expect(text(wallTimeOf(new Date(moment.getTime() + minutes * 60_000), name))).not.toBe(text(wanted));
      }
    }),
    { numRuns: 3000 },
  );
});

test("in every zone a later wall clock is never an earlier moment, but for the hour that is shown twice", () => {
  fc.assert(
    fc.property(zone, wall, fc.integer({ min: 1, max: 30 }), (zoneName, wanted, days) => {
      const later = momentOf({ ...wanted, day: dayAfter(wanted.day, days) }, zoneName).getTime();
      const between = later - momentOf(wanted, zoneName).getTime();
      expect(Math.abs(between - days * 86_400_000)).toBeLessThanOrEqual(3 * 3_600_000);
    }),
  );
});

test("a zone is an IANA name, in any case; an offset and a word are none", () => {
  expect(["europe/berlin", " UTC ", "America/New_York"].map(parseTimeZone)).toEqual([
    "Europe/Berlin",
    "UTC",
    "America/New_York",
  ]);
  expect(["+02:00", "Berlin", "", "Mars/Olympus", "Europe/Berlin\nBcc: x"].map(parseTimeZone)).toEqual(
    Array(5).fill(null),
  );
  expect(timeZones[0]).toBe("UTC");
  expect(timeZoneChoices("Asia/Calcutta").filter((name) => name === "Asia/Calcutta")).toHaveLength(1);
  expect(timeZones.length).toBeGreaterThan(300);
});

test("days count over months, leap days and years, and weeks end on Sunday", () => {
  expect([dayAfter("2028-02-28", 1), dayAfter("2026-12-31", 1), dayAfter("2026-03-01", -1)]).toEqual([
    "2028-02-29",
    "2027-01-01",
    "2026-02-28",
  ]);
  expect(["2026-06-01", "2026-06-05", "2026-06-06", "2026-06-07"].map(weekdayOf)).toEqual([1, 5, 6, 7]);
  expect(["2026-06-05", "2026-06-06", "2026-06-07", "2026-06-08"].map(isWeekend)).toEqual([false, true, true, false]);
});
