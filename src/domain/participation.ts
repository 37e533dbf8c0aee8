import type { Phase } from "./cycle";
import type { RaterGroup } from "./rater-group";

/** Participation of one group in one cycle, as anybody may see it at that moment (D1). */
export type Participation =
  | { kind: "few" }
  /** At least 5, in a group so small that a step of 5 % would be a head count. */
  | { kind: "enough" }
  /** Collected ballots in steps of 5 %. */
  | { kind: "steps"; percent: number }
  /** Answers counted, as the released report says them. */
  | { kind: "exact"; answers: number; percent: number };

export type GroupParticipation = { group: RaterGroup; invited: number; participation: Participation };

/** Below 5 nothing is told (D1). */
const toldFrom = 5;
/** A step of 5 % is at least one person from here on. */
export const stepsFrom = 20;

/**
 * Exact numbers only after release and only where the frozen report says them; before, collected ballots in 5 % steps (D1),
 * and while a cycle is open of fewer than 20 people only whether 5 collected one.
 */
export function participation(group: {
  phase: Phase;
  invited: number;
  claimed: number;
  /** Of the frozen report; null where it does not say them. */
  ballots: number | null;
}): Participation {
  const { phase, invited, claimed, ballots } = group;
  if (phase === "released") {
    return ballots === null || invited === 0
      ? { kind: "few" }
      : { kind: "exact", answers: ballots, percent: Math.round((100 * ballots) / invited) };
  }
  if (claimed < toldFrom || invited === 0) return { kind: "few" };
  if (phase !== "closed" && invited < stepsFrom) return { kind: "enough" };
  // Rounded down, so that no step is reached before it is true, and in whole numbers: 0.7 × 90 is a little less than 63.
  return { kind: "steps", percent: Math.floor((claimed * 20) / invited) * 5 };
}
