import type { OpeningFinding } from "./opening-finding";
import { countWord, listed, upperFirst } from "./report-words";
import { type MergeReason, type SlicePlan, sliceLabel } from "./slice-plan";

/** Most values that one sentence lists. */
const mostListed = 8;

function named(values: readonly { value: string; invited: number }[]): string {
  const words = values.slice(0, mostListed).map(({ value, invited }) => `${value} ${invited}`);
  const more = values.length - words.length;
  return listed(more > 0 ? [...words, `${more} more`] : words);
}

const reasonText: Record<MergeReason, string> = {
  "too-small": "fewer than 8 people",
  changed: "1 to 4 people joined or left since the last cycle",
  protects: "large enough, but the others would be too few without it",
  "beyond-limit": "not among the 30 largest",
};
const reasons = Object.keys(reasonText) as MergeReason[];

function mergedWords({ merged, unassigned }: SlicePlan): string {
  const parts = reasons.flatMap((why) => {
    const values = merged.filter((cell) => cell.why === why);
    return values.length === 0 ? [] : [`${named(values)} (${reasonText[why]})`];
  });
  if (unassigned > 0) parts.push(`${unassigned} ${unassigned === 1 ? "person" : "people"} without one`);
  return parts.join("; ");
}

/** What the check says about the chosen dimensions: which values will speak, which are merged and why. */
export function sliceFindings(plans: readonly SlicePlan[]): OpeningFinding[] {
  const asked = plans.filter((plan) => plan.asked);
  const findings = plans.flatMap(findingsOf);
  if (asked.length < 2) return findings;
  const order: OpeningFinding = {
    level: "note",
    title: "The splits are shown one at a time and never crossed.",
    detail: `Order: ${listed(asked.map(({ name }) => sliceLabel[name].one))}. A later one is withheld where it could be subtracted from an earlier one.`,
  };
  return [...findings, order];
}

function findingsOf(plan: SlicePlan): OpeningFinding[] {
  const { one, many } = sliceLabel[plan.name];
  if (plan.singledOut) {
    return [
      {
        level: "note",
        title: `Engineers are not asked for their ${one}.`,
        detail: `Together with the split before it, ${plan.singledOut} ${plan.singledOut === 1 ? "engineer" : "engineers"} would share all values with fewer than 5, so their ballots could be recognised when they are opened.`,
      },
    ];
  }
  if (!plan.asked) {
    const merged = mergedWords(plan);
    return [
      {
        level: "note",
        title: `No ${one} can be told apart, so engineers are not asked for theirs.`,
        detail:
          merged === ""
            ? `All engineers have the same ${one}.`
            : `Each needs 8 invited engineers and a rest of at least 8 in two parts: ${merged}.`,
      },
    ];
  }
  const speaking = `${upperFirst(countWord(plan.apart.length))} ${plan.apart.length === 1 ? one : many} will speak: ${named(plan.apart)}.`;
  const findings: OpeningFinding[] = [
    {
      level: "ok",
      title: speaking,
      detail:
        "Each from 5 answers for a score; dimension scores only, for the leader they are about. Never on the board page.",
    },
  ];
  if (plan.rest) {
    findings.push({
      level: "note",
      title: `Merged into “${plan.rest.value}” (${plan.rest.invited}).`,
      detail: `${mergedWords(plan)}.`,
    });
  }
  return findings;
}
