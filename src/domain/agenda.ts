import { disputeDays, type Phase } from "./cycle";
import { maxReminders, reminderMoments } from "./reminder";
import { releaseMoment } from "./schedule";

/** Something that will happen by itself, when, and what an admin can do to stop it. */
export type AgendaItem = {
  at: Date;
  quarter: string;
  what: "draft" | "open" | "reminder" | "casts" | "close" | "destroy" | "release" | "board";
  /** "with-opening": it is taken back with the opening that it follows. "none": it is announced to engineers or part of the promise, and cannot be taken back. */
  undo: "pause-template" | "unplan-opening" | "stop-reminders" | "unplan-release" | "hold" | "with-opening" | "none";
};

export type AgendaCycle = {
  quarter: string;
  phase: Phase;
  opensAt: Date | null;
  closesAt: Date;
  castsFrom: Date | null;
  closedAt: Date | null;
  plannedOpensAt: Date | null;
  plannedReleaseAt: Date | null;
  plannedReminders: boolean;
  manualReminders: number;
  boardAt: Date | null;
  heldAt: Date | null;
  destroyedAt: Date | null;
};

/** What one cycle will do by itself from `now` on, by the clocks of a zone; a draft that is not planned does nothing. */
export function agendaOf(cycle: AgendaCycle, zone: string, now: Date): AgendaItem[] {
  const { quarter, phase, closesAt, castsFrom, closedAt, plannedOpensAt, plannedReleaseAt } = cycle;
  const items: AgendaItem[] = [];
  const add = (at: Date | null, what: AgendaItem["what"], undo: AgendaItem["undo"]) => {
    if (at && at > now) items.push({ at, quarter, what, undo });
  };
  const opensAt = phase === "draft" ? plannedOpensAt : cycle.opensAt;
  if (phase === "draft") add(plannedOpensAt, "open", "unplan-opening");
  if (opensAt && (phase === "draft" || phase === "open")) {
    const span = { opensAt, closesAt, castsFrom };
    const rounds = cycle.plannedReminders ? reminderMoments(span, zone) : [];
    for (const at of rounds.slice(0, maxReminders - cycle.manualReminders)) add(at, "reminder", "stop-reminders");
    add(castsFrom, "casts", "none");
    add(closesAt, "close", phase === "draft" ? "with-opening" : "none");
  }
  const end = closedAt ?? (opensAt ? closesAt : null);
  if (end && phase !== "released" && plannedReleaseAt && !cycle.heldAt) {
    add(releaseMoment(plannedReleaseAt, end), "release", "unplan-release");
  }
  if (end && !cycle.destroyedAt) {
    add(new Date(end.getTime() + disputeDays * 86_400_000), "destroy", phase === "draft" ? "with-opening" : "none");
  }
  if (phase === "released" && !cycle.heldAt) add(cycle.boardAt, "board", "hold");
  return items.sort((left, right) => left.at.getTime() - right.at.getTime());
}
