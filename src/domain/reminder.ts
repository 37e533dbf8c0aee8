import type { Phase } from "./cycle";
import { Refusal } from "./errors";
import { dayAfter, isWeekend, momentOf, wallTimeOf } from "./time-zone";

/**
 * One law for reminders that go out by themselves and those an admin sends. Nobody gets more than three in a cycle, whichever
 * kind: a manual one takes the place of the last planned round that would still come. No two reach a person within a day, and
 * a planned one comes four days after a manual one at the earliest. Who has claimed is asked at sending and told to nobody.
 */
export const maxReminders = 3;
/** Days between two planned reminders, and from a manual one to a planned one. */
const reminderDays = 4;
/** Days between two manual reminders. */
const manualReminderDays = 14;
const reminderTime = "09:00";

const dayMilliseconds = 86_400_000;

/** The time in which reminders help: from opening until no ballot can be claimed any more. */
export type ReminderSpan = { opensAt: Date; closesAt: Date; castsFrom: Date | null };

/** When no ballot can be claimed any more: the second window's beginning, or the close. */
const claimsEnd = ({ closesAt, castsFrom }: ReminderSpan): Date =>
  castsFrom !== null && castsFrom < closesAt ? castsFrom : closesAt;

/** The first 09:00 on a weekday at or after a moment, on `day` of the zone or later. */
function workingMorning(day: string, notBefore: Date, zone: string): { day: string; moment: Date } {
  for (let tried = day; ; tried = dayAfter(tried, 1)) {
    const moment = momentOf({ day: tried, time: reminderTime }, zone);
    if (!isWeekend(tried) && moment >= notBefore) return { day: tried, moment };
  }
}

/**
 * When people in a time zone are reminded, at most three moments: the first working morning (09:00, Monday to Friday) from
 * half-way on, then the first working morning four or more days after the one before; none once claiming is over.
 */
export function reminderMoments(span: ReminderSpan, zone: string): Date[] {
  const end = claimsEnd(span);
  const halfWay = new Date((span.opensAt.getTime() + end.getTime()) / 2);
  const moments: Date[] = [];
  let next = workingMorning(wallTimeOf(halfWay, zone).day, halfWay, zone);
  while (moments.length < maxReminders && next.moment < end) {
    moments.push(next.moment);
    next = workingMorning(dayAfter(next.day, reminderDays), next.moment, zone);
  }
  return moments;
}

/** What was sent in a cycle so far. */
export type SentReminders = {
  manual: number;
  lastManualAt: Date | null;
  /** Planned rounds that began in at least one time zone; the zones of one round follow each other within days. */
  rounds: number;
  /** When the last reminder of either kind went out. */
  lastRemindedAt: Date | null;
};

type Rounds = { round: number; planned: number };

/** Whether the last of at least two reminders: it goes to all, so that from outside nobody can tell who was still missing. */
const isLast = (number: number, left: number): boolean => number >= 2 && (number >= maxReminders || left === 0);

/** Planned rounds after `round` that may still come, of `planned` in a zone, when `manual` reminders took places. */
const roundsLeft = ({ round, planned }: Rounds, manual: number): number =>
  Math.max(0, Math.min(planned, maxReminders - manual) - round);

/**
 * What becomes of planned round `round` (from 1) of a zone at its moment: "skip" when manual reminders took its place or the
 * last one is under four days old; else it goes to those who have not claimed, and the last of at least two to all.
 */
export function plannedReminder(rounds: Rounds, sent: SentReminders, moment: Date): "skip" | "unclaimed" | "all" {
  const number = rounds.round + sent.manual;
  if (number > maxReminders) return "skip";
  const { lastManualAt } = sent;
  if (lastManualAt && moment.getTime() - lastManualAt.getTime() < reminderDays * dayMilliseconds) return "skip";
  return isLast(number, roundsLeft(rounds, sent.manual)) ? "all" : "unclaimed";
}

/** Whether a manual reminder sent now goes to all: the third, or a later one than the first when no planned round is left. */
export const manualReachesAll = (sent: SentReminders, planned: number): boolean =>
  isLast(sent.rounds + sent.manual + 1, roundsLeft({ round: sent.rounds, planned }, sent.manual + 1));

/** Refuses a manual reminder when none may be sent: not open, three were sent, one within a day, or a manual one within 14 days. */
export function checkManualReminder(phase: Phase, sent: SentReminders, now: Date): void {
  if (phase !== "open") throw new Refusal("conflict", "Reminders go out only while a cycle is open.");
  if (sent.rounds + sent.manual >= maxReminders) {
    throw new Refusal("too-many", "Three reminders were sent. There are no more.");
  }
  if (sent.lastManualAt && now.getTime() - sent.lastManualAt.getTime() < manualReminderDays * dayMilliseconds) {
    throw new Refusal("too-many", "You sent a reminder less than 14 days ago.");
  }
  if (sent.lastRemindedAt && now.getTime() - sent.lastRemindedAt.getTime() < dayMilliseconds) {
    throw new Refusal("too-many", "The last reminder is less than a day old.");
  }
}
