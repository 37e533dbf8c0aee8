import { type Phase, participation } from "./cycle";
import type { RaterGroup } from "./rater-group";

/** Participation of one group in one quarter, as an admin may see it at that moment. */
export type GlanceParticipation =
  | { kind: "few" }
  /** At least 5, in a group so small that a step of 5 % would be a head count. */
  | { kind: "enough" }
  /** Collected ballots in steps of 5 %. */
  | { kind: "steps"; percent: number }
  /** Answers counted, as the released report says them. */
  | { kind: "exact"; answers: number; percent: number };

export type GlanceGroup = { group: RaterGroup; invited: number; participation: GlanceParticipation };

/** One quarter at a glance: who was asked, how many spoke, and how the mails went. Never a score. */
export type GlanceQuarter = {
  quarter: string;
  phase: Phase;
  groups: GlanceGroup[];
  /** Engineers who joined or left the roster since the cycle before; null where there was none or it is not counted. */
  rosterChange: number | null;
  remindersSent: number;
  failedMails: number;
};

/** A step of 5 % is at least one person from here on. */
const stepsFrom = 20;

/**
 * Exact numbers only after release and only where the frozen report says them; before, collected ballots in 5 % steps (D1),
 * and while a cycle is open of fewer than 20 people only whether 5 collected one.
 */
export function glanceParticipation(group: {
  phase: Phase;
  invited: number;
  claimed: number;
  /** Of the frozen report; null where it does not say them. */
  ballots: number | null;
}): GlanceParticipation {
  const { phase, invited, claimed, ballots } = group;
  if (phase === "released") {
    return ballots === null || invited === 0
      ? { kind: "few" }
      : { kind: "exact", answers: ballots, percent: Math.round((100 * ballots) / invited) };
  }
  const collected = participation(invited, claimed);
  if (collected.kind === "few") return collected;
  return phase === "open" && invited < stepsFrom ? { kind: "enough" } : { kind: "steps", percent: collected.percent };
}
