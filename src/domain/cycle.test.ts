import { describe, expect, test } from "vitest";
import {
  checkCastWindow,
  checkClaimWindow,
  checkClose,
  checkClosingDate,
  checkDistance,
  checkOpen,
  checkRelease,
  checkWindows,
  createCycleInput,
  disputeDays,
  minDaysBetweenCycles,
  minInvited,
  type Phase,
  updateCycleInput,
} from "./cycle";
import { Refusal, type RefusalKind } from "./errors";
import { windowsOf } from "./windows";

const now = new Date("2026-04-01T12:00:00.000Z");
const second = 1000;
const day = 86_400 * second;
const fromNow = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const inTwoWeeks = fromNow(14 * day);

/** "fine", or the kind of refusal. Anything but a Refusal is a fault. */
function verdict(check: () => void): "fine" | RefusalKind {
  try {
    check();
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
  return "fine";
}

test("the floors are those of the law", () => {
  expect([minDaysBetweenCycles, minInvited, disputeDays]).toEqual([60, 8, 7]);
});

test("a cycle closes between one and 31 days from now, both included, to the millisecond", () => {
  const close = (milliseconds: number) => verdict(() => checkClosingDate(fromNow(milliseconds), now));
  expect([1 * day, 1.5 * day, 14 * day, 31 * day].map(close)).toEqual(Array(4).fill("fine"));
  expect([-day, 0, day - 1, 31 * day + 1, 365 * day].map(close)).toEqual(Array(5).fill("invalid"));
});

test("a wrong closing date is told at its own field", () => {
  expect(() => checkClosingDate(now, now)).toThrow(expect.objectContaining({ field: "closesAt" }));
});

test("each of two windows is at least a day long, to the millisecond, and one sitting needs no date", () => {
  const windows = (milliseconds: number) => verdict(() => checkWindows(fromNow(milliseconds), inTwoWeeks, now));
  expect([1 * day, 7 * day, 13 * day].map(windows)).toEqual(Array(3).fill("fine"));
  expect([-day, 0, day - 1, 13 * day + 1, 14 * day, 20 * day].map(windows)).toEqual(Array(6).fill("invalid"));
  expect(verdict(() => checkWindows(null, inTwoWeeks, now))).toBe("fine");
});

test("a wrong beginning of the second window is told at its own field, with what would be right", () => {
  expect(() => checkWindows(now, inTwoWeeks, now)).toThrow(
    expect.objectContaining({ field: "castsFrom", message: "Let sealing begin at least one day from now." }),
  );
  expect(() => checkWindows(inTwoWeeks, inTwoWeeks, now)).toThrow("at least one day before closing");
});

test("claims end in the millisecond in which casts begin, and in one sitting both are taken", () => {
  const castsFrom = new Date("2026-03-10T07:00:00.000Z");
  const [before, two] = [new Date(castsFrom.getTime() - 1), windowsOf(castsFrom)];
  const at = (moment: Date) => [checkClaimWindow, checkCastWindow].map((check) => verdict(() => check(two, moment)));
  expect(at(before)).toEqual(["fine", "too-early"]);
  expect(at(castsFrom)).toEqual(["too-late", "fine"]);
  for (const check of [checkClaimWindow, checkCastWindow])
    expect(verdict(() => check(windowsOf(null), now))).toBe("fine");
});

test("who comes in the wrong window is told the moment between the two, by the company's clocks", () => {
  const two = windowsOf(new Date("2026-03-10T07:00:00.000Z"));
  const from = "Tuesday 10 March 2026 at 08:00 (Europe/Berlin)";
  expect(() => checkCastWindow(two, new Date("2026-03-01"), "Europe/Berlin")).toThrow(from);
  expect(() => checkClaimWindow(two, new Date("2026-03-11"), "Europe/Berlin")).toThrow(from);
});

test("sixty whole days lie between two openings", () => {
  const distance = (milliseconds: number) => verdict(() => checkDistance(fromNow(-milliseconds), now));
  expect([60 * day, 61 * day, 400 * day].map(distance)).toEqual(Array(3).fill("fine"));
  expect([0, day, 59 * day, 60 * day - 1].map(distance)).toEqual(Array(4).fill("too-early"));
  expect(verdict(() => checkDistance(null, now))).toBe("fine");
});

test("who comes too early is told how many days have passed", () => {
  expect(() => checkDistance(fromNow(-59.9 * day), now)).toThrow("59 days ago");
});

describe("phases", () => {
  const cycle = (phase: Phase) => ({ phase, closesAt: inTwoWeeks, castsFrom: null });
  const each = (check: (phase: Phase) => void) =>
    (["draft", "open", "closed", "released"] as const).map((phase) => verdict(() => check(phase)));

  test("only a draft opens", () => {
    expect(each((phase) => checkOpen(cycle(phase), now))).toEqual(["fine", "conflict", "conflict", "conflict"]);
  });

  test("a draft whose closing date has come too near does not open", () => {
    const draft = { phase: "draft" as const, castsFrom: null };
    expect(verdict(() => checkOpen({ ...draft, closesAt: fromNow(day - 1) }, now))).toBe("invalid");
    expect(verdict(() => checkOpen({ ...draft, closesAt: fromNow(-day) }, now))).toBe("invalid");
  });

  test("a draft whose second window has come too near does not open", () => {
    const draft = { phase: "draft" as const, closesAt: inTwoWeeks };
    expect(verdict(() => checkOpen({ ...draft, castsFrom: fromNow(day) }, now))).toBe("fine");
    expect(verdict(() => checkOpen({ ...draft, castsFrom: fromNow(day - 1) }, now))).toBe("invalid");
  });

  test("only an open cycle closes", () => {
    expect(each((phase) => checkClose(cycle(phase)))).toEqual(["conflict", "fine", "conflict", "conflict"]);
  });

  test("only a closed and counted cycle is released, once", () => {
    expect(each((phase) => checkRelease({ ...cycle(phase), heldAt: null }, true))).toEqual([
      "conflict",
      "conflict",
      "fine",
      "conflict",
    ]);
    expect(each((phase) => checkRelease({ ...cycle(phase), heldAt: null }, false))).toEqual([
      "conflict",
      "conflict",
      "too-early",
      "conflict",
    ]);
  });

  test("a cycle that is held is not released", () => {
    expect(each((phase) => checkRelease({ ...cycle(phase), heldAt: now }, true))[2]).toBe("conflict");
  });
});

test("a cycle is drafted with a quarter and a closing date, in one sitting unless two windows are asked for", () => {
  const castsFrom = fromNow(5 * day);
  expect(createCycleInput.parse({ quarter: "2026-Q2", closesAt: inTwoWeeks }).castsFrom).toBeNull();
  expect(createCycleInput.parse({ quarter: "2026-Q2", closesAt: inTwoWeeks, castsFrom }).castsFrom).toEqual(castsFrom);
  expect(createCycleInput.safeParse({ quarter: "2026-Q5", closesAt: inTwoWeeks }).success).toBe(false);
  expect(createCycleInput.safeParse({ quarter: "2026-Q2", closesAt: new Date("never") }).success).toBe(false);
  expect(createCycleInput.safeParse({ quarter: "2026-Q2", closesAt: "2026-04-15" }).success).toBe(false);
});

test("a draft's dates are changed one by one: what is left out is not touched", () => {
  expect(updateCycleInput.parse({ quarter: "2026-Q2" })).toEqual({ quarter: "2026-Q2" });
  expect(updateCycleInput.parse({ quarter: "2026-Q2", castsFrom: null })).toHaveProperty("castsFrom", null);
  expect(updateCycleInput.safeParse({ quarter: "2026-Q2", closesAt: new Date("never") }).success).toBe(false);
});
