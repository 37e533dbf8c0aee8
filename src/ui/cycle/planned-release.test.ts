import { expect, test } from "vitest";
import { firstReleaseDay, plannedReleaseState } from "./planned-release";

const closesAt = new Date("2026-06-19T15:00:00Z");
const cycle = { closesAt, closedAt: null, plannedReleaseAt: null, heldAt: null, timeZone: "Europe/Berlin" };

test("the first day leaves seven whole days after the close, by the company's clocks", () => {
  expect(firstReleaseDay(cycle)).toBe("2026-06-27");
  expect(firstReleaseDay({ ...cycle, closedAt: new Date("2026-06-18T06:00:00Z") })).toBe("2026-06-25");
});

test("the page says what is planned, when it really comes, and that a hold stops it", () => {
  expect(plannedReleaseState(cycle)).toBe("Nothing is planned: the reports wait for an admin.");
  const planned = { ...cycle, plannedReleaseAt: new Date("2026-06-29T07:00:00Z") };
  expect(plannedReleaseState(planned)).toBe(
    "The reports are released by themselves on Monday 29 June, 09:00 in Europe/Berlin. A hold stops it.",
  );
  expect(plannedReleaseState({ ...planned, heldAt: closesAt })).toContain("waits until the hold is lifted");
  const late = { ...planned, closedAt: new Date("2026-06-23T08:00:00Z") };
  expect(plannedReleaseState(late)).toContain("Tuesday 30 June, 10:00 in Europe/Berlin");
});
