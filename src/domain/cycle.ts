import { z } from "zod";
import { daysAgo, momentIn } from "./day-words";
import { Refusal } from "./errors";
import { seenOf } from "./overwrite";
import { quarterSchema } from "./quarter";
import { usualTimeZone } from "./time-zone";
import { castsFromOf, type Windows } from "./windows";

/** draft → open → closed → released, never back and never skipping. */
const phases = ["draft", "open", "closed", "released"] as const;
export type Phase = (typeof phases)[number];

/** Length of a cycle in days: long enough to be fair, short enough to be remembered. */
const minCycleDays = 1;
export const maxCycleDays = 31;
/** Each of two windows, claiming and casting, is at least this long. */
const minWindowDays = 1;
/** Days between two cycles (D8). */
export const minDaysBetweenCycles = 60;
/** After closing, sealed ballots and keys are kept this long, then destroyed. */
export const disputeDays = 7;
/** Invited people a cycle, and a group of its own, needs (D2). */
export const minInvited = 8;

const dayMilliseconds = 86_400_000;

/** `castsFrom`: two windows, claimed until then and cast from it on; null: one sitting. */
export const createCycleInput = z.object({
  quarter: quarterSchema,
  closesAt: z.date(),
  castsFrom: z.date().nullable().default(null),
});
/** What is left out stays as it is. */
export const updateCycleInput = z.object({
  quarter: quarterSchema,
  closesAt: z.date().optional(),
  castsFrom: z.date().nullable().optional(),
  seen: seenOf({ castsFrom: z.date().nullable() }),
});

type CycleState = { phase: Phase; closesAt: Date };

/** Refuses a closing date that is not between 1 and 31 days from `now`. */
export function checkClosingDate(closesAt: Date, now: Date): void {
  const days = (closesAt.getTime() - now.getTime()) / dayMilliseconds;
  if (days < minCycleDays) throw new Refusal("invalid", "Choose a closing date at least one day from now.", "closesAt");
  if (days > maxCycleDays) throw new Refusal("invalid", "Choose a closing date at most 31 days from now.", "closesAt");
}

/** Refuses two windows unless each is at least a day long: from `now` to `castsFrom`, and from there to the close. Null is one sitting. */
export function checkWindows(castsFrom: Date | null, closesAt: Date, now: Date): void {
  if (!castsFrom) return;
  if (castsFrom.getTime() - now.getTime() < minWindowDays * dayMilliseconds) {
    throw new Refusal("invalid", "Let sealing begin at least one day from now.", "castsFrom");
  }
  if (closesAt.getTime() - castsFrom.getTime() < minWindowDays * dayMilliseconds) {
    throw new Refusal("invalid", "Let sealing begin at least one day before closing.", "castsFrom");
  }
}

/** Refuses a claim in the second of two windows, also a repeated one: there, nothing may name a person any more. */
export function checkClaimWindow(windows: Windows, now: Date, timeZone = usualTimeZone): void {
  const castsFrom = castsFromOf(windows);
  if (!castsFrom || now < castsFrom) return;
  throw new Refusal(
    "too-late",
    `Ballots could be collected until ${momentIn(castsFrom, timeZone)}. Now they are sealed only.`,
  );
}

/** Refuses to cast, revise or withdraw in the first of two windows. */
export function checkCastWindow(windows: Windows, now: Date, timeZone = usualTimeZone): void {
  const castsFrom = castsFromOf(windows);
  if (!castsFrom || now >= castsFrom) return;
  throw new Refusal(
    "too-early",
    `Ballots can be sealed from ${momentIn(castsFrom, timeZone)}. Until then they are collected.`,
  );
}

/** Refuses a cycle that opens less than 60 days after the one before (D8). */
export function checkDistance(previousOpenedAt: Date | null, now: Date): void {
  if (!previousOpenedAt) return;
  const days = Math.floor((now.getTime() - previousOpenedAt.getTime()) / dayMilliseconds);
  if (days < minDaysBetweenCycles) {
    throw new Refusal(
      "too-early",
      `The last cycle opened ${daysAgo(days)}. At least 60 days must lie between two cycles, so that no change points to single people.`,
    );
  }
}

/** Refuses to open anything but a draft. */
export function checkOpen(cycle: CycleState & { castsFrom: Date | null }, now: Date): void {
  if (cycle.phase !== "draft") throw new Refusal("conflict", "This cycle was opened already.");
  checkClosingDate(cycle.closesAt, now);
  checkWindows(cycle.castsFrom, cycle.closesAt, now);
}

/** Refuses to close anything but an open cycle; a second close of the same cycle is told so. */
export function checkClose(cycle: CycleState): void {
  if (cycle.phase === "draft") throw new Refusal("conflict", "This cycle is not open yet.");
  if (cycle.phase !== "open") throw new Refusal("conflict", "This cycle is closed already.");
}

/** Refuses to release before the tally is done, while a hold stands, and a second time. */
export function checkRelease(cycle: CycleState & { heldAt: Date | null }, tallied: boolean): void {
  if (cycle.phase === "released") throw new Refusal("conflict", "This cycle is released already.");
  if (cycle.phase !== "closed") throw new Refusal("conflict", "Close the cycle first.");
  if (!tallied) throw new Refusal("too-early", "The ballots are being counted. Try again in a minute.");
  if (cycle.heldAt) throw new Refusal("conflict", "This cycle is held. Lift the hold first.");
}
