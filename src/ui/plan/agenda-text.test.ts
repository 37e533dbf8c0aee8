import { expect, test } from "vitest";
import type { AgendaItem } from "@/domain/agenda";
import { agendaText, fixedText, undoText } from "./agenda-text";

const item = (what: AgendaItem["what"], undo: AgendaItem["undo"]): AgendaItem => ({
  at: new Date("2026-06-08T07:00:00Z"),
  quarter: "2026-Q2",
  what,
  undo,
});

test("every entry says its quarter and what happens, and what can be taken back says what that does", () => {
  expect(agendaText(item("open", "unplan-opening"))).toBe("Q2 2026: Opens, and everybody is invited");
  expect(undoText(item("open", "unplan-opening"))?.consequence).toContain("stays a draft");
  expect(undoText(item("reminder", "stop-reminders"))?.label).toBe("Stop the reminders");
});

test("what follows a planned opening is taken back there, not under its own name", () => {
  expect(undoText(item("destroy", "with-opening"))).toBeNull();
  expect(fixedText(item("close", "with-opening"))).toBe("Only if it opens.");
});

test("what was announced has no undo and says so", () => {
  expect(undoText(item("close", "none"))).toBeNull();
  expect(fixedText(item("close", "none"))).toContain("Announced to everybody");
});
