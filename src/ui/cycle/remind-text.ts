import type { Phase } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { checkManualReminder, manualReachesAll, maxReminders, type SentReminders } from "@/domain/reminder";
import { dayText } from "./dates";

type Reminders = {
  phase: Phase;
  castsFrom: Date | null;
  reminders: SentReminders & { planned: number };
  timeZone: string;
};

/** Why no reminder may be sent by hand now, or null. */
function refusalOf({ phase, reminders }: Reminders, now: Date): string | null {
  try {
    checkManualReminder(phase, reminders, now);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
}

/** "One of at most three sent, on 4 June." */
function sentText({ rounds, manual, lastRemindedAt }: SentReminders, timeZone: string): string {
  const count = Math.min(rounds + manual, maxReminders);
  const on = lastRemindedAt ? ` the last on ${dayText(lastRemindedAt, timeZone)}` : "";
  return count === 0 ? "None sent yet." : `${count} of at most ${maxReminders} sent,${on}.`;
}

/** Whether a reminder may be sent by hand now, and what it does or why not. */
export function reminderState(cycle: Reminders, now: Date): { title: string; maySend: boolean; consequence: string } {
  const title = "Remind by hand";
  const { castsFrom, reminders } = cycle;
  const sent = sentText(reminders, cycle.timeZone);
  const refusal = refusalOf(cycle, now);
  if (refusal !== null) return { title, maySend: false, consequence: `${refusal} ${sent}` };
  const what =
    castsFrom && castsFrom <= now
      ? "Goes to everyone who was invited: collecting is over, and nobody knows who has sealed."
      : manualReachesAll(reminders, reminders.planned)
        ? "The last one goes to all on the roster, whether or not they have collected a ballot."
        : "Goes to everyone who has not collected a ballot; nobody sees who that is. It takes the place of a planned one.";
  return { title, maySend: true, consequence: `${what} ${sent}` };
}
