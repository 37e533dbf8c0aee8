import { z } from "zod";
import { checkClosingDate, maxCycleDays } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { quarterAfter, quarterLabel, quarterOf, quarterSchema } from "@/domain/quarter";
import { closesTime } from "@/domain/schedule";
import { dayAfter as calendarDayAfter, momentOf, usualTimeZone, wallTimeOf } from "@/domain/time-zone";

const suggestedDays = 14;

/** A cycle closes at 17:00 by the company's clocks on the chosen day, given as 2026-06-19. */
export const closesAtOf = (day: string, zone = usualTimeZone): Date => momentOf({ day, time: closesTime }, zone);

/** The day of a moment as a date input wants it, by the company's clocks. */
export const dayOf = (moment: Date, zone = usualTimeZone): string => wallTimeOf(moment, zone).day;

/** The first and last day whose 17:00 the law accepts at `now`, and the one suggested: two weeks from now. */
export function closingDays(now: Date, zone = usualTimeZone): { first: string; last: string; suggested: string } {
  const today = dayOf(now, zone);
  const accepted = Array.from({ length: maxCycleDays + 2 }, (_, days) => calendarDayAfter(today, days)).filter((day) =>
    isAccepted(closesAtOf(day, zone), now),
  );
  const suggested = calendarDayAfter(today, suggestedDays);
  return { first: accepted[0] ?? suggested, last: accepted.at(-1) ?? suggested, suggested };
}

function isAccepted(closesAt: Date, now: Date): boolean {
  try {
    checkClosingDate(closesAt, now);
    return true;
  } catch {
    return false;
  }
}

/** A chosen day that the law of cycles accepts at the moment of asking. */
export const closingDaySchema = (clock: () => Date, zone = usualTimeZone) =>
  z.iso.date("Choose a closing date.").superRefine((day, context) => {
    try {
      checkClosingDate(closesAtOf(day, zone), clock());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  });

/** The form that drafts a cycle. */
export const newCycleSchema = (clock: () => Date, zone = usualTimeZone) =>
  z.object({ quarter: quarterSchema, closesOn: closingDaySchema(clock, zone) });

/** Quarters that a new cycle can be for: this one and the next three, less those that have one. */
export function freeQuarters(now: Date, taken: readonly string[]): { value: string; label: string }[] {
  return [0, 1, 2, 3]
    .map((steps) => quarterAfter(quarterOf(now), steps))
    .filter((quarter) => !taken.includes(quarter))
    .map((quarter) => ({ value: quarter, label: quarterLabel(quarter) }));
}
