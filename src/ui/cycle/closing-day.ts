import { z } from "zod";
import { checkClosingDate, maxCycleDays, minCycleDays } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { quarterAfter, quarterLabel, quarterOf, quarterSchema } from "@/domain/quarter";

const closingHour = 17;
const suggestedDays = 14;
const dayMilliseconds = 86_400_000;

/** A cycle closes at 17:00 UTC on the chosen day, given as 2026-06-19. */
export const closesAtOf = (day: string): Date => new Date(`${day}T${closingHour}:00:00.000Z`);

/** The day of a moment as a date input wants it, UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The first and last day whose 17:00 UTC the law accepts at `now`, and the one suggested: two weeks from now. */
export function closingDays(now: Date): { first: string; last: string; suggested: string } {
  const dayAfter = (days: number) => dayOf(new Date(now.getTime() + days * dayMilliseconds));
  const pastClosingHour = closesAtOf(dayOf(now)) < now;
  return {
    first: dayAfter(pastClosingHour ? minCycleDays + 1 : minCycleDays),
    last: dayAfter(
      pastClosingHour || closesAtOf(dayOf(now)).getTime() === now.getTime() ? maxCycleDays : maxCycleDays - 1,
    ),
    suggested: dayAfter(suggestedDays),
  };
}

/** A chosen day that the law of cycles accepts at the moment of asking. */
export const closingDaySchema = (clock: () => Date) =>
  z.iso.date("Choose a closing date.").superRefine((day, context) => {
    try {
      checkClosingDate(closesAtOf(day), clock());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  });

/** The form that drafts a cycle. */
export const newCycleSchema = (clock: () => Date) =>
  z.object({ quarter: quarterSchema, closesOn: closingDaySchema(clock) });

/** Quarters that a new cycle can be for: this one and the next three, less those that have one. */
export function freeQuarters(now: Date, taken: readonly string[]): { value: string; label: string }[] {
  return [0, 1, 2, 3]
    .map((steps) => quarterAfter(quarterOf(now), steps))
    .filter((quarter) => !taken.includes(quarter))
    .map((quarter) => ({ value: quarter, label: quarterLabel(quarter) }));
}
