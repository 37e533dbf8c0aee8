import { personNameSchema } from "./member";
import { parseGroup, type RosterGround, type RosterPerson, type Slices, sliceMaxLength, sliceNames } from "./roster";
import { judgeAddress, nameFromAddress } from "./roster-address";
import { type DraftRow, type RosterDraft, type RowField, rowReader, type WrittenRow } from "./roster-draft";
import { seatLabel } from "./seat";
import { parseTimeZone } from "./time-zone";

/** One thing wrong with a row: where, why in plain words, and the value that was probably meant. */
export type RowIssue = { field: RowField; cause: string; repair: string | null };

/** A row of the file after the checks: a person, or the reasons why it is not one yet, or set aside by the admin. */
export type CheckedRow =
  | { kind: "person"; line: number; person: RosterPerson }
  | { kind: "fix"; line: number; written: WrittenRow; issues: RowIssue[]; keeps: string | null }
  | { kind: "left-out"; line: number; written: WrittenRow };

function nameOf(written: WrittenRow, named: boolean, email: string | null): { name: string } | { issue: RowIssue } {
  const name = written.name !== "" || named || email === null ? written.name : nameFromAddress(email);
  const parsed = personNameSchema.safeParse(name);
  if (parsed.success) return { name: parsed.data };
  const cause = name === "" ? "This row has no name." : (parsed.error.issues[0]?.message ?? "Enter a name.");
  const suggested = name === "" && email !== null ? nameFromAddress(email) : "";
  return { issue: { field: "name", cause, repair: suggested === "" ? null : suggested } };
}

function slicesOf(written: WrittenRow, issues: RowIssue[]): Slices {
  const slices: Slices = {};
  for (const name of sliceNames) {
    const value = written[name];
    if (value.length > sliceMaxLength) {
      issues.push({ field: name, cause: `The ${name} is longer than ${sliceMaxLength} characters.`, repair: null });
    } else if (value !== "") slices[name] = value;
  }
  return slices;
}

/** The person's time zone, null for the company's; undefined when the row cannot say. */
function zoneOf(written: WrittenRow, hasColumn: boolean, issues: RowIssue[]): string | null | undefined {
  const value = written["time-zone"];
  if (value === "") return hasColumn ? null : undefined;
  const zone = parseTimeZone(value);
  if (zone !== null) return zone;
  const cause = `“${value.slice(0, 40)}” is not a time zone. Use a name such as Europe/Berlin; an empty cell means the company’s.`;
  issues.push({ field: "time-zone", cause, repair: null });
  return undefined;
}

/** A cell that stands too far right: nearly always a separator inside a value without quotation marks. */
const spills = (row: DraftRow, columns: number): boolean =>
  row.fix === undefined && row.cells.slice(columns).some((cell) => cell.trim() !== "");

const list = (words: readonly string[]): string => words.join(" and ");

/**
 * Checks every row of a draft: addresses, mail domains, names, groups, addresses that stand twice (the first row that is
 * not left out keeps the address), and people who hold a seat, who cannot rate themselves. Bad rows block no good one.
 */
export function checkRows(
  draft: RosterDraft,
  ground: Pick<RosterGround, "mailDomains" | "seatsByEmail">,
): CheckedRow[] {
  const read = rowReader(draft.columns);
  const named = draft.columns.some((use) => use === "name" || use === "first-name" || use === "last-name");
  const lineByEmail = new Map<string, number>();
  return draft.rows.map((row): CheckedRow => {
    const { line } = row;
    const written = read(row);
    if (row.leftOut) return { kind: "left-out", line, written };
    const issues: RowIssue[] = [];
    const verdict = judgeAddress(written.email, ground.mailDomains);
    const email = verdict.kind === "good" ? verdict.email : null;
    if (verdict.kind === "bad") {
      const cause = spills(row, draft.header.length)
        ? "This row has more values than the file has columns. A separator inside a value needs quotation marks around it."
        : verdict.cause;
      issues.push({ field: "email", cause, repair: verdict.repair });
    }
    const heldSeats = email === null ? [] : (ground.seatsByEmail.get(email) ?? []);
    if (email !== null) {
      const first = lineByEmail.get(email);
      if (first === undefined) lineByEmail.set(email, line);
      else
        issues.push({
          field: "email",
          cause: `The same address stands in row ${first}. Leave one of the two out.`,
          repair: null,
        });
      if (heldSeats.length > 0) {
        const chair = list(heldSeats.map((seat) => seatLabel[seat].short));
        issues.push({
          field: "email",
          cause: `This person holds the ${chair} seat, and nobody rates themself here. Leave the row out.`,
          repair: null,
        });
      }
    }
    const name = nameOf(written, named, email);
    if ("issue" in name) issues.push(name.issue);
    const group = parseGroup(written.group);
    if (group === null) {
      const cause = `“${written.group.slice(0, 40)}” is not a group. Use engineer or executive; an empty cell means engineer.`;
      issues.push({ field: "group", cause, repair: "engineer" });
    }
    const slices = slicesOf(written, issues);
    const timeZone = zoneOf(written, draft.columns.includes("time-zone"), issues);
    if (issues.length === 0 && email !== null && "name" in name && group !== null) {
      const person = { name: name.name, email, group, slices, ...(timeZone === undefined ? {} : { timeZone }) };
      return { kind: "person", line, person };
    }
    const keeps = heldSeats.length > 0 ? null : (email ?? (verdict.kind === "bad" ? verdict.repair : null));
    return { kind: "fix", line, written, issues, keeps };
  });
}
