import { disputeDays, type Phase } from "@/domain/cycle";
import { releaseStage } from "@/domain/release";
import { windowAt, windowsOf } from "@/domain/windows";
import type { Phase as PhaseStep } from "@/ui/kit/phase-bar";
import { releaseSentence } from "@/ui/release/release-text";
import { dateText, dayText, momentText, spanText, timeLeft } from "./dates";

/** The dates of a cycle that its phases are told by. */
export type CycleDates = {
  phase: Phase;
  opensAt: Date | null;
  closesAt: Date;
  /** Two windows: collected until then, sealed from then on. Null: one sitting. */
  castsFrom: Date | null;
  closedAt: Date | null;
  releasedAt: Date | null;
  boardAt: Date | null;
  boardDelayHours: number;
  heldAt: Date | null;
  destroyedAt: Date | null;
  /** When its results were deleted by age. */
  expiredAt: Date | null;
  tallied: boolean;
  tooFew: boolean;
  /** The company's. */
  timeZone: string;
  /** A draft that opens by itself. */
  plannedOpensAt?: Date | null;
};

export const phaseLabel: Record<Phase, string> = {
  draft: "Draft",
  open: "Open",
  closed: "Closed",
  released: "Released",
};

/** When sealed ballots and keys of a closed cycle are destroyed. */
export const destroyAt = (closedAt: Date): Date => new Date(closedAt.getTime() + disputeDays * 86_400_000);

/** The step of the bar that a cycle stands at: its phase, while open its window, and after release who reads it. */
export function currentStep(cycle: CycleDates, now: Date): string {
  const window = windowAt(windowsOf(cycle.castsFrom), now);
  if (cycle.phase === "open" && window !== "both") return window;
  return releaseStage(cycle, now) === "board" ? "board" : cycle.phase;
}

/** What an open cycle does: all at once, or first collecting and then sealing. */
function openSteps({ opensAt, closesAt, closedAt, castsFrom, timeZone }: CycleDates): PhaseStep[] {
  const end = closedAt ?? closesAt;
  if (!castsFrom) {
    const detail = opensAt ? spanText(opensAt, end, timeZone) : `Until ${dayText(closesAt, timeZone)}`;
    return [{ key: "open", label: "Open", detail }];
  }
  const collected = end < castsFrom ? end : castsFrom;
  return [
    {
      key: "claims",
      label: "Collecting",
      detail: opensAt ? spanText(opensAt, collected, timeZone) : `Until ${dayText(castsFrom, timeZone)}`,
    },
    {
      key: "casts",
      label: "Sealing",
      detail: end < castsFrom ? "Closed before it began" : spanText(castsFrom, end, timeZone),
    },
  ];
}

/** The phases and the board's reading, each with what happens in it and when. */
export function phaseSteps(cycle: CycleDates): PhaseStep[] {
  const { opensAt, releasedAt, boardAt, boardDelayHours, heldAt, expiredAt, timeZone } = cycle;
  const held = heldAt ? `Held since ${dayText(heldAt, timeZone)}` : null;
  return [
    {
      key: "draft",
      label: "Draft",
      detail: opensAt ? `Roster and wording frozen ${dayText(opensAt, timeZone)}` : "Nothing is sent yet",
    },
    ...openSteps(cycle),
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
      detail: releasedAt
        ? `${expiredAt ? "To the leaders on" : "Both leaders read since"} ${dayText(releasedAt, timeZone)}`
        : expiredAt
          ? "Never released"
          : cycle.tooFew
            ? "There is nothing to read"
            : "Both leaders read everything",
    },
    {
      key: "board",
      label: "Board",
      detail:
        expiredAt && !boardAt
          ? "Never opened"
          : releasedAt && held
            ? held
            : boardAt
              ? `From ${dayText(boardAt, timeZone)}`
              : `${boardDelayHours} hours after the leaders`,
    },
  ];
}

/** How far an open cycle, or the window it is in, has come, 0 to 1; other phases are whole. */
export function phaseProgress({ phase, opensAt, closesAt, castsFrom }: CycleDates, now: Date): number {
  if (phase === "draft") return 0.5;
  if (phase !== "open" || !opensAt) return 1;
  const [from, to] =
    castsFrom === null ? [opensAt, closesAt] : now < castsFrom ? [opensAt, castsFrom] : [castsFrom, closesAt];
  return Math.min(1, (now.getTime() - from.getTime()) / (to.getTime() - from.getTime()));
}

/** Where a cycle stands, in a sentence or two. */
export function phaseLede(cycle: CycleDates, now: Date): string {
  const { phase, closesAt, castsFrom, closedAt, expiredAt, timeZone, plannedOpensAt } = cycle;
  const at = (moment: Date) => momentText(moment, timeZone);
  if (phase === "draft") {
    const sealing = castsFrom ? ` Ballots would be sealed from ${at(castsFrom)}.` : "";
    const opening = plannedOpensAt ? ` It opens by itself on ${at(plannedOpensAt)}.` : "";
    return `A draft.${opening} It would close on ${at(closesAt)}.${sealing} No engineer is written to until it opens.`;
  }
  if (phase === "open" && castsFrom) {
    return now < castsFrom
      ? `Ballots are collected until ${at(castsFrom)}, and sealed from then until ${at(closesAt)}. ${timeLeft(castsFrom, now)}`
      : `Ballots are sealed until ${at(closesAt)}; none can be collected any more. ${timeLeft(closesAt, now)}`;
  }
  if (phase === "open") return `Open until ${at(closesAt)}. ${timeLeft(closesAt, now)}`;
  const closed = `Closed on ${at(closedAt ?? closesAt)}.`;
  if (expiredAt) return `${closed} Its results were deleted by age on ${dateText(expiredAt, timeZone)}.`;
  const standing = releaseSentence({ ...cycle, stage: releaseStage(cycle, now) });
  return phase === "closed" ? `${closed} ${standing}` : (standing ?? closed);
}
