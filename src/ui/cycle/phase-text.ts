import { disputeDays, type Phase } from "@/domain/cycle";
import type { Phase as PhaseStep } from "@/ui/kit/phase-bar";
import { dayText, momentText, timeLeft } from "./dates";

/** The dates of a cycle that its phases are told by. */
export type CycleDates = {
  phase: Phase;
  opensAt: Date | null;
  closesAt: Date;
  closedAt: Date | null;
  releasedAt: Date | null;
  boardAt: Date | null;
  destroyedAt: Date | null;
  tallied: boolean;
  tooFew: boolean;
};

export const phaseLabel: Record<Phase, string> = {
  draft: "Draft",
  open: "Open",
  closed: "Closed",
  released: "Released",
};

/** When sealed ballots and keys of a closed cycle are destroyed. */
export const destroyAt = (closedAt: Date): Date => new Date(closedAt.getTime() + disputeDays * 86_400_000);

/** The four phases, each with what happens in it and when. */
export function phaseSteps(cycle: CycleDates): PhaseStep[] {
  const { opensAt, closesAt, closedAt, releasedAt, boardAt } = cycle;
  const end = closedAt ?? closesAt;
  const sameMonth = opensAt?.toISOString().slice(0, 7) === end.toISOString().slice(0, 7);
  return [
    {
      key: "draft",
      label: "Draft",
      detail: opensAt ? `Roster and wording frozen ${dayText(opensAt)}` : "Nothing is sent yet",
    },
    {
      key: "open",
      label: "Open",
      detail: opensAt
        ? `${sameMonth ? opensAt.getUTCDate() : dayText(opensAt)} to ${dayText(end)}`
        : `Until ${dayText(closesAt)}`,
    },
    {
      key: "closed",
      label: "Closed",
      detail: cycle.tooFew
        ? "Too few answers, ballots destroyed"
        : `Results computed, ${disputeDays} days for disputes`,
    },
    {
      key: "released",
      label: "Released",
      detail:
        releasedAt && boardAt
          ? `Leaders ${dayText(releasedAt)}, board ${dayText(boardAt)}`
          : "Leaders first, board 48 hours later",
    },
  ];
}

/** How far an open cycle has come, 0 to 1; other phases are whole. */
export function phaseProgress({ phase, opensAt, closesAt }: CycleDates, now: Date): number {
  if (phase === "draft") return 0.5;
  if (phase !== "open" || !opensAt) return 1;
  return Math.min(1, (now.getTime() - opensAt.getTime()) / (closesAt.getTime() - opensAt.getTime()));
}

/** Where a cycle stands, in a sentence or two. */
export function phaseLede(cycle: CycleDates, now: Date): string {
  const { phase, closesAt, closedAt, releasedAt, boardAt, tallied, tooFew } = cycle;
  if (phase === "draft")
    return `A draft. It would close on ${momentText(closesAt)}. No engineer is written to until it opens.`;
  if (phase === "open") return `Open until ${momentText(closesAt)}. ${timeLeft(closesAt, now)}`;
  if (phase === "closed") {
    const closed = `Closed on ${momentText(closedAt ?? closesAt)}.`;
    if (!tallied) return `${closed} Ballots are being counted.`;
    return tooFew ? `${closed} There is no result.` : `${closed} The reports are computed and wait for their release.`;
  }
  const released = releasedAt ? `Released to the leaders on ${momentText(releasedAt)}.` : "Released.";
  if (!boardAt) return released;
  return boardAt <= now
    ? `${released} The board reads it too.`
    : `${released} The board page opens on ${momentText(boardAt)}.`;
}
