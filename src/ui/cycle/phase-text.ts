import { disputeDays, type Phase } from "@/domain/cycle";
import { releaseStage } from "@/domain/release";
import type { Phase as PhaseStep } from "@/ui/kit/phase-bar";
import { releaseSentence } from "@/ui/release/release-text";
import { dayText, momentText, timeLeft } from "./dates";

/** The dates of a cycle that its phases are told by. */
export type CycleDates = {
  phase: Phase;
  opensAt: Date | null;
  closesAt: Date;
  closedAt: Date | null;
  releasedAt: Date | null;
  boardAt: Date | null;
  boardDelayHours: number;
  heldAt: Date | null;
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

/** The step of the bar that a cycle stands at: its phase, and after release who reads it. */
export const currentStep = (cycle: CycleDates, now: Date): string =>
  releaseStage(cycle, now) === "board" ? "board" : cycle.phase;

/** The four phases and the board's reading, each with what happens in it and when. */
export function phaseSteps(cycle: CycleDates): PhaseStep[] {
  const { opensAt, closesAt, closedAt, releasedAt, boardAt, boardDelayHours, heldAt } = cycle;
  const held = heldAt ? `Held since ${dayText(heldAt)}` : null;
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
        : ((releasedAt ? null : held) ??
          `Counted, each leader previews their own report, ${disputeDays} days for disputes`),
    },
    {
      key: "released",
      label: "Released",
      detail: releasedAt ? `Both leaders read since ${dayText(releasedAt)}` : "Both leaders read everything",
    },
    {
      key: "board",
      label: "Board",
      detail:
        releasedAt && held ? held : boardAt ? `From ${dayText(boardAt)}` : `${boardDelayHours} hours after the leaders`,
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
  const { phase, closesAt, closedAt } = cycle;
  if (phase === "draft")
    return `A draft. It would close on ${momentText(closesAt)}. No engineer is written to until it opens.`;
  if (phase === "open") return `Open until ${momentText(closesAt)}. ${timeLeft(closesAt, now)}`;
  const closed = `Closed on ${momentText(closedAt ?? closesAt)}.`;
  const standing = releaseSentence({ ...cycle, stage: releaseStage(cycle, now) });
  return phase === "closed" ? `${closed} ${standing}` : (standing ?? closed);
}
