import type { Phase } from "@/domain/cycle";
import { reminderMoments } from "@/domain/reminder";

/** Planned rounds that were begun, from the marks "1 Europe/Berlin". */
export const roundsBegun = (marks: readonly string[]): number =>
  Math.max(0, ...marks.map((mark) => Number.parseInt(mark, 10)));

/** What the law of reminders decides by. */
export const sentOf = (cycle: {
  manualReminders: number;
  lastManualReminderAt: Date | null;
  reminderRounds: string[];
  lastRemindedAt: Date | null;
}) => ({
  manual: cycle.manualReminders,
  lastManualAt: cycle.lastManualReminderAt,
  rounds: roundsBegun(cycle.reminderRounds),
  lastRemindedAt: cycle.lastRemindedAt,
});

/** How many planned rounds a cycle has by the clocks of a zone; none when they are switched off. */
export const plannedRounds = (
  cycle: { phase: Phase; plannedReminders: boolean; opensAt: Date | null; closesAt: Date; castsFrom: Date | null },
  zone: string,
): number =>
  cycle.plannedReminders && cycle.opensAt ? reminderMoments({ ...cycle, opensAt: cycle.opensAt }, zone).length : 0;
