import { type PresentMember, type RosterPerson, sliceNames, type WantedPerson } from "./roster";

/** What a directory changes about one person, as far as it can be held back. A new name or time zone is none of these. */
export type ChangeKind = "leave" | "identity" | "move";
export const changeKinds: readonly ChangeKind[] = ["leave", "identity", "move"];

/**
 * Within this long, small changes count as one. More than `percent` of the roster as it was then, and more than `always`
 * people, stop and ask. One new address, or two people who leave, are everyday life at any size.
 */
export const breakerHours = 24;
export const breakerLimits: Record<ChangeKind, { percent: number; always: number }> = {
  leave: { percent: 40, always: 2 },
  identity: { percent: 5, always: 1 },
  move: { percent: 40, always: 10 },
};

/** Whether so many people, of a roster of that size at the window's beginning, are too many to go through unseen. */
export function stops(kind: ChangeKind, people: number, rosterThen: number): boolean {
  const { percent, always } = breakerLimits[kind];
  return people > always && people * 100 > percent * rosterThen;
}

/** What differs between what the directory wants and what is in force, by kind; empty when nothing can be held. */
export function kindsOf(wanted: WantedPerson, member: PresentMember): ChangeKind[] {
  const asked = wanted.group !== null;
  const moved =
    asked && (wanted.group !== member.group || sliceNames.some((name) => wanted.slices[name] !== member.slices[name]));
  return [
    ...(!asked && member.group !== null ? ["leave" as const] : []),
    ...(wanted.email === member.email ? [] : ["identity" as const]),
    ...(moved ? ["move" as const] : []),
  ];
}

/** What the directory wants without the kinds that are held back: there the person stays as they are. */
export function holdBack(wanted: WantedPerson, member: PresentMember, held: readonly ChangeKind[]): WantedPerson {
  const stays = held.includes(wanted.group === null ? "leave" : "move");
  return {
    ...wanted,
    ...(held.includes("identity") ? { email: member.email } : {}),
    ...(stays ? { group: member.group, slices: member.slices } : {}),
  };
}

/** A change that the directory made by itself, within the window. */
export type PastChange = { memberId: string; kind: "leave" | "identity" | "join" | "move" };

/**
 * Size of the roster at the window's beginning, from its size now and the window's changes in their order: whose first
 * change was to join was not on it, whose first was to leave was. `onRoster` are people of `past` who are on it now.
 */
export function rosterThen(size: number, onRoster: ReadonlySet<string>, past: readonly PastChange[]): number {
  const first = new Map<string, "join" | "leave">();
  for (const { memberId, kind } of past) {
    if ((kind === "join" || kind === "leave") && !first.has(memberId)) first.set(memberId, kind);
  }
  let then = size;
  for (const [id, kind] of first) {
    if (kind === "join" && onRoster.has(id)) then -= 1;
    if (kind === "leave" && !onRoster.has(id)) then += 1;
  }
  return then;
}

/** How many people a kind of change has met within the window and would meet now; who left and is back does not count. */
export function peopleMet(
  kind: ChangeKind,
  past: readonly PastChange[],
  onRoster: ReadonlySet<string>,
  now: readonly string[],
): number {
  const met = new Set(now);
  for (const change of past) {
    const same = change.kind === kind || (kind === "move" && change.kind === "join");
    if (same && !(kind === "leave" && onRoster.has(change.memberId))) met.add(change.memberId);
  }
  return met.size;
}

/** Names what is wanted of a person, so that what an admin declined is recognised until the directory wants otherwise. */
export const wishOf = ({
  email,
  group,
  slices,
}: Pick<RosterPerson, "email" | "slices"> & { group: string | null }): string =>
  JSON.stringify([email, group, group === null ? [] : sliceNames.map((name) => slices[name] ?? "")]);
