import { sliceNames } from "@/domain/roster";
import type { ComparedRow, RosterCounts, RosterOutcome } from "@/domain/roster-comparison";
import { counted, digits } from "./number-words";

/** What changes for a person, in a word or two. */
function changeWords({ before, name, group, slices }: ComparedRow): string {
  if (!before) return "Changes";
  const changed = [
    ...(before.name === name ? [] : ["name"]),
    ...(before.group === group ? [] : ["group"]),
    ...sliceNames.filter((slice) => before.slices[slice] !== slices[slice]),
  ];
  return `Changes ${changed.slice(0, 2).join(" and ")}`;
}

/** The tag beside a row: what applying does to it. */
export function outcomeTag(row: ComparedRow): { tone: "neutral" | "ok" | "warn" | "error"; words: string } {
  switch (row.outcome) {
    case "fix":
      return { tone: "error", words: "Needs a fix" };
    case "join":
      return { tone: "ok", words: "Joins" };
    case "change":
      return { tone: "neutral", words: changeWords(row) };
    case "leave":
      return { tone: "warn", words: "Not in the file: leaves" };
    case "left-out":
      return { tone: "neutral", words: "Left out" };
    case "managed":
      return { tone: "neutral", words: "Managed by the directory" };
    case "unchanged":
      return { tone: "neutral", words: "Unchanged" };
  }
}

/** The line above the rows of one outcome. */
export function sectionWords(outcome: RosterOutcome, counts: RosterCounts): string {
  const count = counts[outcome];
  switch (outcome) {
    case "fix":
      return `${counted(count, "row needs", "rows need")} a decision. ${count === 1 ? "It is" : "They are"} left out until fixed.`;
    case "join":
      return counted(count, "person joins", "people join");
    case "change":
      return counted(count, "person changes", "people change");
    case "leave":
      return `${counted(count, "person leaves", "people leave")}: not in the file. They stay until you apply.`;
    case "left-out":
      return `${counted(count, "row")} left out by you`;
    case "managed":
      return `${counted(count, "person", "people")} managed by the directory: left as they are`;
    case "unchanged":
      return `${digits(count)} unchanged`;
  }
}

/** Rows of the file that applying brings in. */
export const usableRows = (counts: RosterCounts): number =>
  counts.rows - counts.fix - counts["left-out"] - counts.managed;

/** More than a third of the present roster missing from a file is more often the wrong file than a reorganisation. */
export const losesMany = ({ unchanged, change, leave }: RosterCounts): boolean =>
  leave >= 3 && leave * 3 > unchanged + change + leave;
