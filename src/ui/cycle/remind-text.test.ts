import { expect, test } from "vitest";
import { checkReminder } from "@/domain/cycle";
import { reminderState } from "./remind-text";

const now = new Date("2026-06-13T10:00:00Z");
const closesAt = new Date("2026-06-19T17:00:00Z");
const states = (["draft", "open", "closed", "released"] as const).flatMap((phase) =>
  [0, 1, 2].flatMap((remindersSent) =>
    [null, "2026-06-08T10:00:00Z", "2026-06-12T10:00:00Z", "2026-06-12T11:00:00Z"].map((sentAt) => ({
      phase,
      castsFrom: null,
      remindersSent,
      lastRemindedAt: sentAt === null ? null : new Date(sentAt),
    })),
  ),
);

test("the button is offered exactly when the law allows a reminder", () => {
  for (const state of states.filter(
    ({ remindersSent, lastRemindedAt }) => (remindersSent === 0) === (lastRemindedAt === null),
  )) {
    let allowed = true;
    try {
      checkReminder({ ...state, closesAt }, now);
    } catch {
      allowed = false;
    }
    expect(reminderState(state, now).maySend, JSON.stringify(state)).toBe(allowed);
  }
});

test("it says how many were sent, and when", () => {
  const sent = {
    phase: "open" as const,
    castsFrom: null,
    remindersSent: 1,
    lastRemindedAt: new Date("2026-06-08T10:00:00Z"),
  };
  expect(reminderState(sent, now).title).toBe("Second reminder");
  expect(reminderState(sent, now).consequence).toBe(
    "The last one goes to all on the roster, whether or not they have collected a ballot. One of two sent on 8 June.",
  );
});

test("in the second window it says that it goes to everyone alike", () => {
  const open = { phase: "open" as const, remindersSent: 0, lastRemindedAt: null };
  const consequence = (castsFrom: string) =>
    reminderState({ ...open, castsFrom: new Date(castsFrom) }, now).consequence;
  expect(consequence("2026-06-12T07:00:00Z")).toMatch(/^Goes to everyone who was invited/);
  expect(consequence("2026-06-15T07:00:00Z")).toMatch(/^Goes to everyone who has not collected a ballot/);
});
