import { expect, test } from "vitest";
import type { SentReminders } from "@/domain/reminder";
import { reminderState } from "./remind-text";

const now = new Date("2026-06-09T10:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const nothing: SentReminders & { planned: number } = {
  manual: 0,
  lastManualAt: null,
  rounds: 0,
  lastRemindedAt: null,
  planned: 3,
};
const state = (reminders: Partial<SentReminders>, castsFrom: Date | null = null) =>
  reminderState({ phase: "open", castsFrom, reminders: { ...nothing, ...reminders }, timeZone: "UTC" }, now);

test("while nothing was sent it says to whom one goes, and that it takes a planned one's place", () => {
  expect(state({})).toEqual({
    title: "Remind by hand",
    maySend: true,
    consequence:
      "Goes to everyone who has not collected a ballot; nobody sees who that is. It takes the place of a planned one. None sent yet.",
  });
});

test("the last one says that it goes to all", () => {
  const last = state({ rounds: 2, lastRemindedAt: ago(2) });
  expect(last.maySend).toBe(true);
  expect(last.consequence).toContain("goes to all on the roster");
  expect(last.consequence).toContain("2 of at most 3 sent, the last on 7 June.");
});

test("it says why none may be sent: within 14 days of one by hand, within a day of any, after three, while not open", () => {
  const refused = [
    state({ manual: 1, lastManualAt: ago(5), lastRemindedAt: ago(5) }),
    state({ rounds: 1, lastRemindedAt: ago(0.5) }),
    state({ rounds: 3, lastRemindedAt: ago(3) }),
    reminderState({ phase: "closed", castsFrom: null, reminders: nothing, timeZone: "UTC" }, now),
  ];
  expect(refused.map(({ maySend }) => maySend)).toEqual([false, false, false, false]);
  expect(refused.map(({ consequence }) => consequence.split(".")[0])).toEqual([
    "You sent a reminder less than 14 days ago",
    "The last reminder is less than a day old",
    "Three reminders were sent",
    "Reminders go out only while a cycle is open",
  ]);
});

test("once sealing has begun it goes to everyone", () => {
  expect(state({}, ago(1)).consequence).toContain("nobody knows who has sealed");
});
