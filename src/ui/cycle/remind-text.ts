import { isLastReminder, maxReminders, type Phase } from "@/domain/cycle";
import { dayText } from "./dates";

type Reminders = { phase: Phase; castsFrom: Date | null; remindersSent: number; lastRemindedAt: Date | null };

const dayMilliseconds = 86_400_000;

/** What the next reminder is called, whether it may be sent now, and what it does or why not. */
export function reminderState(cycle: Reminders, now: Date): { title: string; maySend: boolean; consequence: string } {
  const { phase, castsFrom, remindersSent, lastRemindedAt } = cycle;
  const on = lastRemindedAt ? ` on ${dayText(lastRemindedAt)}` : "";
  if (remindersSent >= maxReminders) {
    return { title: "Reminders", maySend: false, consequence: `Both were sent, the last${on}. There are no more.` };
  }
  const title = remindersSent === 0 ? "First reminder" : "Second reminder";
  if (phase !== "open") return { title, maySend: false, consequence: "Reminders go out only while a cycle is open." };
  const what =
    castsFrom && castsFrom <= now
      ? "Goes to everyone who was invited: collecting is over, and nobody knows who has sealed."
      : isLastReminder(remindersSent)
        ? "The last one goes to all on the roster, whether or not they have collected a ballot."
        : "Goes to everyone who has not collected a ballot; nobody sees who that is.";
  if (remindersSent === 0) return { title, maySend: true, consequence: `${what} None of two sent.` };
  if (lastRemindedAt && now.getTime() - lastRemindedAt.getTime() < dayMilliseconds) {
    return { title, maySend: false, consequence: `One of two sent${on}. The next one a day later at the earliest.` };
  }
  return { title, maySend: true, consequence: `${what} One of two sent${on}.` };
}
