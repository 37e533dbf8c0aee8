import { type RaterGroup, raterGroupLabel, raterGroups } from "./rater-group";
import { type RosterPerson, sliceNames } from "./roster";

/** What a roster does to anonymity: one headline and one explanation, calm when it is as it should be. */
export type RosterEffect = { tone: "good" | "caution"; headline: string; detail: string };

/** People invited, for a group to be heard, and for a slice to be shown on its own (anonymity.md D2). */
const invitedMinimum = 8;
/** A change of 1 to 4 people could point to those who joined or left (D8). */
const heldBackBelow = 5;

/** The roster of the cycle before, as address and group. */
export type EarlierRoster = { label: string; people: readonly { email: string; group: string }[] };

const countOf = (count: number, group: RaterGroup): string =>
  `${count} ${raterGroupLabel[group][count === 1 ? "one" : "many"].toLowerCase()}`;

function groupEffect(group: RaterGroup, count: number, onlyGroup: boolean): RosterEffect {
  const people = countOf(count, group);
  if (count >= invitedMinimum) {
    const tail = onlyGroup ? ", one group." : ", a group of their own.";
    const detail = "Scores need 5 answers, comments 10, a three-part distribution 20.";
    return { tone: "good", headline: `${people}${tail}`, detail };
  }
  if (group === "executive") {
    const detail = `Executives answer anonymously only from ${invitedMinimum} invited, so this group is not asked.`;
    return { tone: "caution", headline: `${people}: too few to be asked.`, detail };
  }
  const detail = `A cycle opens only from ${invitedMinimum} invited engineers. Offer the 30-minute who-does-what session instead.`;
  return { tone: "caution", headline: `${people}: the survey cannot be anonymous yet.`, detail };
}

/** People who are in one of two lists of a group and not in the other. */
function differing(now: ReadonlySet<string>, before: ReadonlySet<string>): number {
  let count = 0;
  for (const email of now) if (!before.has(email)) count += 1;
  for (const email of before) if (!now.has(email)) count += 1;
  return count;
}

const emailsOf = (people: readonly { email: string; group: string }[], group: RaterGroup): Set<string> =>
  new Set(people.filter((person) => person.group === group).map((person) => person.email));

function changeEffect(group: RaterGroup, after: readonly RosterPerson[], earlier: EarlierRoster): RosterEffect | null {
  const [now, before] = [emailsOf(after, group), emailsOf(earlier.people, group)];
  if (before.size === 0 || now.size < invitedMinimum) return null;
  const count = differing(now, before);
  const who =
    group === "engineer"
      ? count === 1
        ? "person differs"
        : "people differ"
      : count === 1
        ? "executive differs"
        : "executives differ";
  const headline = `${count === 0 ? "Nobody" : count} ${count === 0 ? "differs" : who} from the roster of ${earlier.label}.`;
  if (count === 0) return { tone: "good", headline, detail: "The two cycles can be compared." };
  if (count < heldBackBelow) {
    const detail =
      "With 1 to 4, the change from the last cycle is held back, because it could point to the people who joined or left.";
    return { tone: "caution", headline, detail };
  }
  const detail =
    "That is enough for a fair comparison: with 1 to 4, the change would be held back, because it could point to the people who joined or left.";
  return { tone: "good", headline, detail };
}

/** Most values of a slice that a sentence lists. */
const listed = 8;

function sliceEffect(name: (typeof sliceNames)[number], after: readonly RosterPerson[]): RosterEffect | null {
  const sizes = new Map<string, number>();
  // Executives are not sliced, so only engineers count here, as at the opening.
  for (const { slices } of after.filter(({ group }) => group === "engineer")) {
    const value = slices[name];
    if (value !== undefined) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  }
  if (sizes.size === 0) return null;
  const sorted = [...sizes].sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1));
  const small = sorted.filter(([, size]) => size < invitedMinimum);
  const rest = sorted.length > listed ? ` and ${sorted.length - listed} more` : "";
  const sizesText = `${sorted.slice(0, listed).map(([value, size]) => `${value} ${size}`).join(", ")}${rest}`; // biome-ignore format: one thought
  const [first] = small;
  if (!first)
    return {
      tone: "good",
      headline: `Every ${name} has at least ${invitedMinimum} people.`,
      detail: `After import: ${sizesText}.`,
    };
  const headline =
    small.length === 1
      ? `${first[0]} has ${first[1]} ${first[1] === 1 ? "person" : "people"}, too few to be shown alone.`
      : `${small.length} of ${sorted.length} ${name} values are too small to be shown alone.`;
  return {
    tone: "caution",
    headline,
    detail: `A ${name} is told apart only from ${invitedMinimum} invited engineers. After import: ${sizesText}.`,
  };
}

/** What the roster after an import does to anonymity: size of each group, difference to the last cycle, small slices. */
export function rosterEffects(after: readonly RosterPerson[], earlier: EarlierRoster | null): RosterEffect[] {
  const sizes = new Map(raterGroups.map((group) => [group, after.filter((person) => person.group === group).length]));
  const present = raterGroups.filter((group) => group === "engineer" || (sizes.get(group) ?? 0) > 0);
  const effects: (RosterEffect | null)[] = [
    ...present.map((group) => groupEffect(group, sizes.get(group) ?? 0, present.length === 1)),
    ...(earlier ? present.map((group) => changeEffect(group, after, earlier)) : []),
    ...sliceNames.map((name) => sliceEffect(name, after)),
  ];
  return effects.filter((effect) => effect !== null);
}
