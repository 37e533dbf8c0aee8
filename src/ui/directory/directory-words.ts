import { breakerHours, breakerLimits, type ChangeKind } from "@/domain/directory-breaker";
import { type RaterGroup, raterGroupLabel } from "@/domain/rater-group";
import { type SliceName, type Slices, sliceNames } from "@/domain/roster";
import { counted } from "@/ui/roster/number-words";

const stopWords: Record<ChangeKind, string> = {
  leave: `would take more than ${breakerLimits.leave.percent} % of the roster off it`,
  identity: `would give more than ${breakerLimits.identity.percent} % of the roster another address`,
  move: `would bring in or move more than ${breakerLimits.move.percent} % of the roster`,
};

export type Waiting = {
  began: boolean;
  reviewed: boolean;
  stopped: readonly ChangeKind[];
};

/** Why something waits, in one sentence. */
export function waitingWords({ began, reviewed, stopped }: Waiting): string {
  if (!began) return "This is the first comparison. Nothing of the directory is in force before you apply it.";
  if (reviewed)
    return "What groups mean was changed. Everything of the directory waits until you have looked at what that does.";
  if (stopped.length > 0)
    return `Within ${breakerHours} hours the directory ${stopped.map((kind) => stopWords[kind]).join(", and ")}. That is stopped until you decide. If nobody at your company meant it, talk to whoever looks after the directory before you apply anything.`;
  return "The directory and the roster differ here, for example because somebody with a role would get another address.";
}

export type Place = { email: string; group: RaterGroup | null; slices: Slices };

const groupText = (group: RaterGroup | null): string =>
  group === null ? "not asked" : raterGroupLabel[group].one.toLowerCase();

/** What applying does to one person, each change by itself. */
export function changeTexts(kinds: readonly ChangeKind[], before: Place, after: Place): string[] {
  const slices = sliceNames.flatMap((name: SliceName) =>
    before.slices[name] === after.slices[name]
      ? []
      : [`${name} ${before.slices[name] ?? "none"} → ${after.slices[name] ?? "none"}`],
  );
  const texts: string[] = [];
  if (kinds.includes("identity")) texts.push(`address ${before.email} → ${after.email}`);
  if (kinds.includes("leave")) texts.push("leaves the roster");
  if (kinds.includes("move")) {
    if (before.group === null) texts.push(`joins as ${groupText(after.group)}`);
    else if (before.group !== after.group) texts.push(`${groupText(before.group)} → ${groupText(after.group)}`);
    texts.push(...slices);
  }
  return texts;
}

/** How many people join, move, leave and get another address. */
export function countsText(counts: { join: number; move: number; leave: number; identity: number }): string {
  const parts = [
    ...(counts.join ? [counted(counts.join, "person joins", "people join")] : []),
    ...(counts.leave ? [counted(counts.leave, "person leaves", "people leave")] : []),
    ...(counts.move ? [counted(counts.move, "person changes place", "people change place")] : []),
    ...(counts.identity ? [counted(counts.identity, "person gets another address", "people get another address")] : []),
  ];
  return `${parts.join(", ")}.`;
}
