import { expect, test } from "vitest";
import { dateText, dayText, momentText, timeLeft } from "./dates";

const now = new Date("2026-06-13T10:00:00Z");

test("dates read in British order, with the zone where a time is shown", () => {
  const moment = new Date("2026-06-19T17:00:00Z");
  expect(dayText(moment)).toBe("19 June");
  expect(dateText(moment)).toBe("19 Jun 2026");
  expect(momentText(moment)).toBe("Friday 19 June, 17:00 UTC");
});

test("what is left is told in days, at the end in hours", () => {
  expect(timeLeft(new Date("2026-06-19T17:00:00Z"), now)).toBe("Six days left.");
  expect(timeLeft(new Date("2026-06-28T17:00:00Z"), now)).toBe("15 days left.");
  expect(timeLeft(new Date("2026-06-14T11:30:00Z"), now)).toBe("25 hours left.");
  expect(timeLeft(new Date("2026-06-13T11:30:00Z"), now)).toBe("One hour left.");
  expect(timeLeft(new Date("2026-06-13T10:30:00Z"), now)).toBe("Less than an hour left.");
  expect(timeLeft(now, now)).toBe("The time is over.");
});
