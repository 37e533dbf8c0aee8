import { z } from "zod";
import { Refusal } from "./errors";
import { quarterSchema } from "./quarter";

/** draft → open → closed → released, never back and never skipping. */
const phases = ["draft", "open", "closed", "released"] as const;
export type Phase = (typeof phases)[number];

/** Length of a cycle in days: long enough to be fair, short enough to be remembered. */
export const minCycleDays = 1;
export const maxCycleDays = 31;
/** Days between two cycles (D8). */
export const minDaysBetweenCycles = 60;
/** After closing, sealed ballots and keys are kept this long, then destroyed. */
export const disputeDays = 7;
/** Invited people a cycle, and a group of its own, needs (D2). */
export const minInvited = 8;
/** Manual reminders in one cycle. */
export const maxReminders = 2;

const dayMilliseconds = 86_400_000;

export const createCycleInput = z.object({ quarter: quarterSchema, closesAt: z.date() });
export const updateCycleInput = z.object({ quarter: quarterSchema, closesAt: z.date() });

type CycleState = { phase: Phase; closesAt: Date };

/** Refuses a closing date that is not between 1 and 31 days from `now`. */
export function checkClosingDate(closesAt: Date, now: Date): void {
  const days = (closesAt.getTime() - now.getTime()) / dayMilliseconds;
  if (days < minCycleDays) throw new Refusal("invalid", "Choose a closing date at least one day from now.", "closesAt");
  if (days > maxCycleDays) throw new Refusal("invalid", "Choose a closing date at most 31 days from now.", "closesAt");
}

/** Refuses a cycle that opens less than 60 days after the one before (D8). */
export function checkDistance(previousOpenedAt: Date | null, now: Date): void {
  if (!previousOpenedAt) return;
  const days = Math.floor((now.getTime() - previousOpenedAt.getTime()) / dayMilliseconds);
  if (days < minDaysBetweenCycles) {
    throw new Refusal(
      "too-early",
      `The last cycle opened ${days} days ago. At least 60 days must lie between two cycles, so that no change points to single people.`,
    );
  }
}

/** Refuses to open anything but a draft. */
export function checkOpen(cycle: CycleState, now: Date): void {
  if (cycle.phase !== "draft") throw new Refusal("conflict", "This cycle was opened already.");
  checkClosingDate(cycle.closesAt, now);
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

/** Whether the next reminder is the last one: it goes to all, so that from outside nobody can tell who was still missing. */
export const isLastReminder = (remindersSent: number): boolean => remindersSent === maxReminders - 1;

/** Refuses a reminder when none may be sent. */
export function checkReminder(
  cycle: CycleState & { remindersSent: number; lastRemindedAt: Date | null },
  now: Date,
): void {
  if (cycle.phase !== "open") throw new Refusal("conflict", "Reminders go out only while a cycle is open.");
  if (cycle.remindersSent >= maxReminders) throw new Refusal("too-many", "Two reminders were sent. There are no more.");
  if (cycle.lastRemindedAt && now.getTime() - cycle.lastRemindedAt.getTime() < dayMilliseconds) {
    throw new Refusal("too-many", "The last reminder is less than a day old.");
  }
}

/** Participation as anyone may see it before release: claimed credentials in steps of 5 %, and nothing below 5 (D1). */
export type Participation = { kind: "few" } | { kind: "shown"; percent: number; about: number };

/** Rounds down to 5 % steps, so that a step can never be reached before it is true. */
export function participation(invited: number, claimed: number): Participation {
  if (claimed < 5 || invited === 0) return { kind: "few" };
  // Whole numbers only: 0.7 × 90 is a little less than 63.
  const percent = Math.floor((claimed * 20) / invited) * 5;
  return { kind: "shown", percent, about: Math.max(5, Math.floor((percent * invited) / 100)) };
}
