import { expect, test } from "vitest";
import { dateText, dayText, momentInZones, momentText, periodText, spanText, timeLeft } from "./dates";

const now = new Date("2026-06-13T10:00:00Z");

test("dates read in British order, with the zone where a time is shown", () => {
  const moment = new Date("2026-06-19T17:00:00Z");
  expect(dayText(moment, "UTC")).toBe("19 June");
  expect(dateText(moment, "UTC")).toBe("19 Jun 2026");
  expect(momentText(moment, "UTC")).toBe("Friday 19 June, 17:00 UTC");
});

test("near midnight a day is the one that the company's calendar shows", () => {
  const moment = new Date("2026-06-19T23:30:00Z");
  expect(dayText(moment, "Europe/Berlin")).toBe("20 June");
  expect(dateText(moment, "America/New_York")).toBe("19 Jun 2026");
  expect(momentText(moment, "Europe/Berlin")).toBe("Saturday 20 June, 01:30 in Europe/Berlin");
  expect(spanText(new Date("2026-05-31T23:30:00Z"), moment, "Europe/Berlin")).toBe("1 to 20 June");
  expect(spanText(moment, new Date("2026-06-20T10:00:00Z"), "Europe/Berlin")).toBe("20 June");
  expect(periodText(new Date("2026-05-31T21:30:00Z"), moment, "Europe/Berlin")).toBe("31 May to 20 June 2026");
});

test("what is left is told in days, at the end in hours", () => {
  expect(timeLeft(new Date("2026-06-19T17:00:00Z"), now)).toBe("Six days left.");
  expect(timeLeft(new Date("2026-06-28T17:00:00Z"), now)).toBe("15 days left.");
  expect(timeLeft(new Date("2026-06-14T11:30:00Z"), now)).toBe("25 hours left.");
  expect(timeLeft(new Date("2026-06-13T11:30:00Z"), now)).toBe("One hour left.");
  expect(timeLeft(new Date("2026-06-13T10:30:00Z"), now)).toBe("Less than an hour left.");
  expect(timeLeft(now, now)).toBe("The time is over.");
});

test("a moment is told by the reader's clocks, and by the company's only where they show something else", () => {
  const moment = new Date("2026-06-19T15:00:00Z");
  expect(momentInZones(moment, { own: "Europe/Oslo", company: "Europe/Berlin" })).toBe(
    "Friday 19 June, 17:00 in Europe/Oslo",
  );
  expect(momentInZones(moment, { own: "America/New_York", company: "Europe/Berlin" })).toBe(
    "Friday 19 June, 11:00 in America/New York (Friday 19 June, 17:00 in Europe/Berlin)",
  );
});
