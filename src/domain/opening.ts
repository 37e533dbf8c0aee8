import { minDaysBetweenCycles, minInvited } from "./cycle";
import { daysAgo } from "./day-words";
import type { OpeningFinding } from "./opening-finding";
import type { RaterGroup } from "./rater-group";
import type { Seat } from "./seat";
import { sliceFindings } from "./slice-findings";
import { planSlices, type SlicePlan, type SliceRoster } from "./slice-plan";

export type OpeningFacts = {
  engineers: number;
  executives: number;
  seats: Record<Seat, { memberId: string; name: string } | null>;
  /** Engineers who joined or left since the previous cycle; null for the first. */
  rosterChange: number | null;
  /** Whole days since the previous cycle opened; null for the first. */
  daysSincePrevious: number | null;
  /** The slice dimensions that were chosen, with the engineers' values; none when left out. */
  slices?: readonly SliceRoster[];
};

export type OpeningCheck = {
  mayOpen: boolean;
  findings: OpeningFinding[];
  /** Groups that will be heard on their own. */
  groups: { group: RaterGroup; invited: number }[];
  /** Every chosen slice dimension: what will be told apart, what is merged, and whether it is asked at all. */
  slices: SlicePlan[];
};

/** Which groups can be heard, what is merged, what stays hidden, and whether the cycle may open (D2, D8, section 5). */
export function checkOpening(facts: OpeningFacts): OpeningCheck {
  const findings: OpeningFinding[] = [];
  const { cto, vpe } = facts.seats;
  if (!cto && !vpe) {
    findings.push({ level: "stop", title: "Both seats are vacant.", detail: "Put a person into at least one seat." });
  } else if (cto && vpe && cto.memberId === vpe.memberId) {
    findings.push({
      level: "note",
      title: `${cto.name} holds both seats.`,
      detail: "Engineers get both sets of statements and no page about the two together.",
    });
  } else if (!cto || !vpe) {
    findings.push({
      level: "note",
      title: `The ${cto ? "VPoE" : "CTO"} seat is vacant.`,
      detail: "Engineers rate the other seat; who does what still asks about all ten activities.",
    });
  } else {
    findings.push({
      level: "ok",
      title: "Two leaders in two seats.",
      detail: `${cto.name} is rated as CTO, ${vpe.name} as VPoE, and the two as a pair.`,
    });
  }
  if (facts.engineers < minInvited) {
    findings.push({
      level: "stop",
      title:
        facts.engineers === 0
          ? `Nobody is on the roster yet; at least ${minInvited} engineers are needed.`
          : `${facts.engineers} ${facts.engineers === 1 ? "engineer is" : "engineers are"} on the roster; at least ${minInvited} are needed.`,
      detail:
        facts.engineers === 0
          ? "Import a roster."
          : "The survey cannot be anonymous here. Offer the 30-minute who-does-what session instead.",
    });
  } else {
    findings.push({
      level: "ok",
      title: `${facts.engineers} engineers, one group.`,
      detail: "Scores need 5 answers, comments 10, a three-part distribution 20.",
    });
  }
  const executivesHeard = facts.executives >= minInvited;
  if (facts.executives > 0 && !executivesHeard) {
    findings.push({
      level: "note",
      title: `${facts.executives} executives are too few to be heard.`,
      detail: `A group needs ${minInvited} people to answer anonymously. They are not asked this time.`,
    });
  } else if (executivesHeard) {
    findings.push({
      level: "ok",
      title: `${facts.executives} executives, a group of their own.`,
      detail: "Shown beside the engineers from 5 answers.",
    });
  }
  if (facts.rosterChange !== null && facts.rosterChange >= 1 && facts.rosterChange <= 4) {
    findings.push({
      level: "note",
      title: `${facts.rosterChange} ${facts.rosterChange === 1 ? "person" : "people"} joined or left since the last cycle.`,
      detail: "With 1 to 4 the change is held back in the reports, because it could point to them.",
    });
  } else if (facts.rosterChange !== null) {
    findings.push({
      level: "ok",
      title:
        facts.rosterChange === 0
          ? "Nobody joined or left since the last cycle."
          : `${facts.rosterChange} people joined or left since the last cycle.`,
      detail: "Changes can be compared.",
    });
  }
  const slices = planSlices(facts.slices ?? []);
  findings.push(...sliceFindings(slices));
  if (facts.daysSincePrevious !== null && facts.daysSincePrevious < minDaysBetweenCycles) {
    const left = minDaysBetweenCycles - facts.daysSincePrevious;
    findings.push({
      level: "stop",
      title: `The last cycle opened ${daysAgo(facts.daysSincePrevious)}.`,
      detail: `At least ${minDaysBetweenCycles} days must lie between two cycles, so that no change points to single people. The next can open in ${left} ${left === 1 ? "day" : "days"}.`,
    });
  }
  const groups: OpeningCheck["groups"] = [{ group: "engineer", invited: facts.engineers }];
  if (executivesHeard) groups.push({ group: "executive", invited: facts.executives });
  return { mayOpen: findings.every((finding) => finding.level !== "stop"), findings, groups, slices };
}
