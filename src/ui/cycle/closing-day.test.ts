import { expect, test } from "vitest";
import { closesAtOf, closingDaySchema, closingDays, dayOf, freeQuarters, newCycleSchema } from "./closing-day";

const now = new Date("2026-11-24T09:00:00Z");
const schema = newCycleSchema(() => now);
const problemOf = (closesOn: string) =>
  schema
    .safeParse({ quarter: "2026-Q4", closesOn })
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

test("a cycle closes at 17:00 UTC on the chosen day", () => {
  expect(closesAtOf("2026-06-19").toISOString()).toBe("2026-06-19T17:00:00.000Z");
  expect(dayOf(closesAtOf("2026-06-19"))).toBe("2026-06-19");
});

test("the suggested day is two weeks from now and is accepted", () => {
  const { suggested } = closingDays(now);
  expect(suggested).toBe("2026-12-08");
  expect(problemOf(suggested)).toBeUndefined();
});

test("a day that the law refuses is told at its field, in the law's words", () => {
  expect(problemOf("2026-11-24")).toEqual([["closesOn", "Choose a closing date at least one day from now."]]);
  expect(problemOf("2027-02-01")).toEqual([["closesOn", "Choose a closing date at most 31 days from now."]]);
  expect(problemOf("")).toEqual([["closesOn", "Choose a closing date."]]);
});

test("quarters that have a cycle are not offered again", () => {
  expect(freeQuarters(now, ["2026-Q4", "2026-Q3"]).map(({ value }) => value)).toEqual([
    "2027-Q1",
    "2027-Q2",
    "2027-Q3",
  ]);
});

test("the first and the last day on offer are accepted, the days outside are not, at any hour", () => {
  for (const hour of ["00:00", "09:00", "17:00", "17:01", "23:59"]) {
    const moment = new Date(`2026-11-24T${hour}:00Z`);
    const accepts = (day: string) => closingDaySchema(() => moment).safeParse(day).success;
    const { first, last } = closingDays(moment);
    expect([first, last].map(accepts), hour).toEqual([true, true]);
    expect(accepts(dayOf(new Date(closesAtOf(first).getTime() - 86_400_000))), hour).toBe(false);
    expect(accepts(dayOf(new Date(closesAtOf(last).getTime() + 86_400_000))), hour).toBe(false);
  }
});
