import { expect, test } from "vitest";
import { type AgendaCycle, agendaOf } from "./agenda";

const now = new Date("2026-06-01T10:00:00Z");
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const draft: AgendaCycle = {
  quarter: "2026-Q2",
  phase: "draft",
  opensAt: null,
  closesAt: at("2026-06-22"),
  castsFrom: null,
  closedAt: null,
  plannedOpensAt: null,
  plannedReleaseAt: null,
  plannedReminders: true,
  manualReminders: 0,
  boardAt: null,
  heldAt: null,
  destroyedAt: null,
};
const what = (cycle: Partial<AgendaCycle>) =>
  agendaOf({ ...draft, ...cycle }, "UTC", now).map(
    (item) => `${item.what} ${item.at.toISOString().slice(0, 10)} ${item.undo}`,
  );

test("a draft that nobody planned does nothing by itself", () => {
  expect(what({})).toEqual([]);
});

test("a planned draft opens, reminds, closes and destroys in this order, and all of it is taken back with the opening", () => {
  expect(what({ plannedOpensAt: at("2026-06-08"), plannedReleaseAt: at("2026-07-01") })).toEqual([
    "open 2026-06-08 unplan-opening",
    "reminder 2026-06-15 stop-reminders",
    "reminder 2026-06-19 stop-reminders",
    "close 2026-06-22 with-opening",
    "destroy 2026-06-29 with-opening",
    "release 2026-07-01 unplan-release",
  ]);
});

test("an open cycle's close is announced and has no undo; switched-off and replaced reminders are not listed", () => {
  const open = { phase: "open" as const, opensAt: at("2026-06-01"), castsFrom: at("2026-06-18") };
  expect(what(open)).toEqual([
    "reminder 2026-06-10 stop-reminders",
    "reminder 2026-06-15 stop-reminders",
    "casts 2026-06-18 none",
    "close 2026-06-22 none",
    "destroy 2026-06-29 none",
  ]);
  expect(what({ ...open, plannedReminders: false }).join()).not.toContain("reminder");
  expect(what({ ...open, manualReminders: 2 }).filter((line) => line.startsWith("reminder"))).toHaveLength(1);
});

test("a hold takes the release and the board's reading off the list", () => {
  const closed = {
    phase: "closed" as const,
    opensAt: at("2026-05-01"),
    closedAt: at("2026-05-30"),
    plannedReleaseAt: at("2026-06-02"),
  };
  expect(what(closed)).toEqual(["release 2026-06-06 unplan-release", "destroy 2026-06-06 none"]);
  expect(what({ ...closed, heldAt: now })).toEqual(["destroy 2026-06-06 none"]);
  const released = { ...closed, phase: "released" as const, boardAt: at("2026-06-03"), destroyedAt: now };
  expect(what(released)).toEqual(["board 2026-06-03 hold"]);
  expect(what({ ...released, heldAt: now })).toEqual([]);
});
