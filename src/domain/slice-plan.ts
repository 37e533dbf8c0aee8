import { keptApart } from "./disclosure";
import type { SliceName } from "./roster";
import { rosterDifference } from "./roster-difference";

/** An engineer on a roster with their value of one slice dimension; null where the roster has none. */
export type SlicedPerson = { id: string; value: string | null };

export type SliceRoster = {
  name: SliceName;
  now: readonly SlicedPerson[];
  /** The roster of the cycle opened before, with the values it asked; null if it did not ask this dimension. */
  before: readonly SlicedPerson[] | null;
};

/** Why a value is not shown on its own. "protects": it is large enough, but joins a rest that would be too small without it. */
export type MergeReason = "too-small" | "changed" | "protects" | "beyond-limit";

export type SlicePlan = {
  name: SliceName;
  /** Values that will speak, by name; the rest is not among them. */
  apart: { value: string; invited: number }[];
  merged: { value: string; invited: number; why: MergeReason }[];
  /** People without a value; they belong to the rest. */
  unassigned: number;
  /** The merged values and the people without one, as one value; null when nobody is left over. */
  rest: { value: string; invited: number } | null;
  /** False when nothing would be told apart: then the ballot does not ask. */
  asked: boolean;
  /** Engineers who would be recognised by this value together with those of an earlier dimension; then it is not asked. */
  singledOut?: number;
};

/** How the merged values of a dimension are called together: in the manifest, on the ballot and in reports. */
const restOfSlice: Record<SliceName, string> = {
  team: "All other teams",
  site: "All other sites",
  tenure: "All other lengths of tenure",
};

export const sliceLabel: Record<SliceName, { one: string; many: string; by: string }> = {
  team: { one: "team", many: "teams", by: "By team" },
  site: { one: "site", many: "sites", by: "By site" },
  tenure: { one: "length of tenure", many: "lengths of tenure", by: "By length of tenure" },
};

/** Most values of one dimension that are told apart; the largest are. */
const mostValues = 30;

const minimumInvitedApart = (invited: number): boolean => keptApart([invited])[0] === true;
const byName = (left: { value: string }, right: { value: string }): number => (left.value < right.value ? -1 : 1);

function idsByValue(people: readonly SlicedPerson[]): Map<string, Set<string>> {
  const cells = new Map<string, Set<string>>();
  for (const { id, value } of people) {
    if (value === null) continue;
    const ids = cells.get(value) ?? new Set();
    cells.set(value, ids.add(id));
  }
  return cells;
}

/** People who are in a value of one of two rosters only; null when either roster does not tell that value apart. */
export function sliceChange(
  value: string,
  before: readonly SlicedPerson[],
  now: readonly SlicedPerson[],
): number | null {
  const earlier = idsByValue(before).get(value);
  const later = idsByValue(now).get(value);
  return earlier && later ? rosterDifference([...earlier], [...later]) : null;
}

/**
 * D2, D3 and D8 before opening: which values of a dimension are told apart, which are merged into one rest and why.
 * A value needs 8 invited; one whose people changed by 1 to 4 since it was told apart last is merged.
 */
export function planSlice({ name, now, before }: SliceRoster): SlicePlan {
  const cells = [...idsByValue(now)].map(([value, ids]) => ({ value, ids, invited: ids.size })).sort(byName);
  const unassigned = now.filter(({ value }) => value === null).length;
  const earlier = before === null ? new Map<string, Set<string>>() : idsByValue(before);
  const largest = [...cells].sort((left, right) => right.invited - left.invited || byName(left, right));
  const reasons = cells.map(({ value, ids, invited }): MergeReason | null => {
    const known = earlier.get(value);
    const changed = known ? rosterDifference([...known], [...ids]) : 0;
    if (value === restOfSlice[name] || !minimumInvitedApart(invited)) return "too-small";
    if (changed >= 1 && changed <= 4) return "changed";
    return largest.findIndex((cell) => cell.value === value) < mostValues ? null : "beyond-limit";
  });
  const sizes = [...cells.map(({ invited }) => invited), ...(unassigned > 0 ? [unassigned] : [])];
  const barred = new Set(sizes.flatMap((_, index) => (reasons[index] === null ? [] : [index])));
  const kept = keptApart(sizes, barred);
  const apart = cells.filter((_, index) => kept[index]).map(({ value, invited }) => ({ value, invited }));
  const merged = cells.flatMap(({ value, invited }, index) =>
    kept[index] ? [] : [{ value, invited, why: reasons[index] ?? ("protects" as const) }],
  );
  const left = now.length - apart.reduce((sum, { invited }) => sum + invited, 0);
  return {
    name,
    apart,
    merged,
    unassigned,
    rest: left > 0 ? { value: restOfSlice[name], invited: left } : null,
    asked: apart.length > 1 || (apart.length === 1 && left > 0),
  };
}

/** Fewest engineers who may share all their values: a sealed ballot must not be recognised by them once it is opened. */
const leastAlike = 5;

/** How many engineers share their values of all these dimensions with fewer than 5, themselves included. */
function singledOut(rosters: readonly SliceRoster[], plans: readonly SlicePlan[]): number {
  const combinations = new Map<string, string[]>();
  for (const [index, plan] of plans.entries()) {
    for (const { id, value } of rosters[index]?.now ?? []) {
      combinations.set(id, [...(combinations.get(id) ?? []), plannedValue(plan, value)]);
    }
  }
  const alike = new Map<string, number>();
  for (const values of combinations.values()) {
    const key = JSON.stringify(values);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  return [...alike.values()].reduce((sum, size) => sum + (size < leastAlike ? size : 0), 0);
}

/**
 * The plans of all chosen dimensions in order. A ballot carries them together, so a later one is not asked where it would
 * leave fewer than 5 engineers with the same values: else their ballots could be recognised while they are counted.
 */
export function planSlices(rosters: readonly SliceRoster[]): SlicePlan[] {
  const asked: { roster: SliceRoster; plan: SlicePlan }[] = [];
  return rosters.map((roster) => {
    const plan = planSlice(roster);
    if (!plan.asked) return plan;
    const together = [...asked, { roster, plan }];
    const alone = singledOut(
      together.map((entry) => entry.roster),
      together.map((entry) => entry.plan),
    );
    if (alone > 0) return { ...plan, asked: false, singledOut: alone };
    asked.push({ roster, plan });
    return plan;
  });
}

/** The values a ballot may carry, in the order of the manifest: by name, the rest last. */
export const valuesOfPlan = ({ apart, rest }: SlicePlan): string[] => [
  ...apart.map(({ value }) => value),
  ...(rest ? [rest.value] : []),
];

/** The value under which a person counts: their own where it is told apart, else the rest. */
export const plannedValue = (plan: SlicePlan, own: string | null | undefined): string =>
  plan.apart.find(({ value }) => value === own)?.value ?? restOfSlice[plan.name];
