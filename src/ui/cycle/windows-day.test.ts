import { expect, test } from "vitest";
import { closesAtOf } from "./closing-day";
import { castsDays, castsFromOfDay, windowsSchema } from "./windows-day";

const now = new Date("2026-06-01T09:00:00Z");
const closesAt = closesAtOf("2026-06-15");
const problems = (kind: string, castsOn: string) =>
  windowsSchema(closesAt, () => now)
    .safeParse({ kind, castsOn })
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

test("one sitting needs no day, whatever stands in the field", () => {
  for (const day of ["", "2020-01-01", "no day"]) expect(problems("one-sitting", day)).toBeUndefined();
});

test("two windows need a day that the law accepts, and say at the field what is wrong", () => {
  expect(problems("two-windows", "2026-06-08")).toBeUndefined();
  expect(problems("two-windows", "")).toEqual([["castsOn", "Choose the day on which sealing begins."]]);
  expect(problems("two-windows", "2026-06-02")).toEqual([["castsOn", "Let sealing begin at least one day from now."]]);
  expect(problems("two-windows", "2026-06-15")).toEqual([
    ["castsOn", "Let sealing begin at least one day before closing."],
  ]);
});

test("the days on offer are accepted, the days beside them are not, and the suggested one is half-way", () => {
  const days = castsDays(closesAt, now);
  expect(days).toEqual({ first: "2026-06-03", last: "2026-06-14", suggested: "2026-06-09" });
  for (const day of Object.values(days ?? {})) expect(problems("two-windows", day), day).toBeUndefined();
  for (const day of ["2026-06-02", "2026-06-15"]) expect(problems("two-windows", day), day).toHaveLength(1);
});

test("a cycle of less than two days has no room for two windows", () => {
  expect(castsDays(new Date("2026-06-02T17:00:00Z"), now)).toBeNull();
});

test("sealing begins at 07:00 UTC on the chosen day", () => {
  expect(castsFromOfDay("2026-06-09").toISOString()).toBe("2026-06-09T07:00:00.000Z");
});
