import type { AttributedAnswers } from "./answers";
import { inFivePercentSteps, minimumAnswers, minimumCell, minimumDistribution } from "./disclosure";
import { activities } from "./instrument";
import type { RoleMap, RoleMapRow } from "./report";
import type { Seat } from "./seat";
import type { GroupTally } from "./tally-counter";

type Owner = Seat | "both";
type OwnerCounts = Record<"cto" | "vpe" | "both" | "neither", number>;
export type OwnedActivity = { owner: Owner; counts: OwnerCounts };

const totalOf = (counts: OwnerCounts): number => counts.cto + counts.vpe + counts.both + counts.neither;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** F16: the three summary numbers on 0–100 over activities with at least one answer; "both" is never held against anyone. */
export function roleNumbers(owned: readonly OwnedActivity[]): {
  ctoActsAsVpe: number;
  vpeActsAsCto: number;
  roleConfusion: number;
} {
  const share = (owner: Seat, of: (counts: OwnerCounts) => number): number[] =>
    owned.filter((activity) => activity.owner === owner).map(({ counts }) => (100 * of(counts)) / totalOf(counts));
  return {
    ctoActsAsVpe: mean(share("vpe", ({ cto }) => cto)),
    vpeActsAsCto: mean(share("cto", ({ vpe }) => vpe)),
    roleConfusion: mean([
      ...share("cto", ({ vpe, neither }) => vpe + neither),
      ...share("vpe", ({ cto, neither }) => cto + neither),
    ]),
  };
}

/** Whole points, and never so high that everybody must have said the same (D5). */
const released = (value: number, answers: number): number =>
  Math.min(Math.round(value), Math.floor(100 - 50 / answers));

const cell = (count: number, total: number): number | "–" =>
  count < minimumCell ? "–" : inFivePercentSteps(count, total);

const noShares = { cto: "–", vpe: "–", both: "–", neither: "–" } as const;

function row(
  activity: (typeof activities)[number],
  counts: OwnerCounts,
  self: Record<Seat, AttributedAnswers | null>,
): RoleMapRow {
  const total = totalOf(counts);
  return {
    key: activity.key,
    text: activity.text,
    owner: activity.owner_by_deck,
    ...(total >= minimumDistribution ? {} : { withheld: true }),
    shares:
      total >= minimumDistribution
        ? {
            cto: cell(counts.cto, total),
            vpe: cell(counts.vpe, total),
            both: cell(counts.both, total),
            neither: cell(counts.neither, total),
          }
        : noShares,
    cto: self.cto?.activities[activity.key] ?? null,
    vpe: self.vpe?.activities[activity.key] ?? null,
  };
}

/** D6: who does what. Three numbers from 5 answers, over activities with 5 of their own; the map from 20, in 5 % steps. */
export function roleMapOf(tally: GroupTally, self: Record<Seat, AttributedAnswers | null>): RoleMap {
  const counted = activities.map((activity) => ({
    activity,
    owner: activity.owner_by_deck,
    counts: tally.activities.get(activity.key) ?? { cto: 0, vpe: 0, both: 0, neither: 0 },
  }));
  const published = counted.filter(({ counts }) => totalOf(counts) >= minimumAnswers);
  const known = (seat: Seat): boolean => published.some(({ owner }) => owner === seat);
  if (tally.activityAnswers < minimumAnswers || !known("cto") || !known("vpe"))
    return { kind: "withheld", why: "too-few-answers" };
  const numbers = roleNumbers(published);
  const answers = Math.min(...published.map(({ counts }) => totalOf(counts)));
  return {
    kind: "shown",
    answers: tally.activityAnswers,
    ctoActsAsVpe: released(numbers.ctoActsAsVpe, answers),
    vpeActsAsCto: released(numbers.vpeActsAsCto, answers),
    roleConfusion: released(numbers.roleConfusion, answers),
    rows:
      tally.activityAnswers < minimumDistribution
        ? null
        : counted.map(({ activity, counts }) => row(activity, counts, self)),
  };
}
