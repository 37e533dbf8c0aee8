import type { RaterGroup } from "./rater-group";
import {
  type PresentMember,
  type RosterGround,
  type RosterPerson,
  rosterPageSize,
  type Slices,
  sliceNames,
} from "./roster";
import { checkRows, type RowIssue } from "./roster-check";
import type { RosterDraft } from "./roster-draft";

export type RosterOutcome = "fix" | "join" | "change" | "leave" | "left-out" | "unchanged";

/** One line of the comparison: what the file says, what is so now, and what applying would do. */
export type ComparedRow = {
  outcome: RosterOutcome;
  /** Line of the file the record begins on; null for somebody who is not in the file. */
  line: number | null;
  name: string;
  email: string;
  group: string;
  slices: Slices;
  timeZone?: string | null;
  issues: RowIssue[];
  /** As it is now, for a change. */
  before: { name: string; group: RaterGroup; slices: Slices; timeZone?: string | null } | null;
};

export type RosterCounts = Record<RosterOutcome, number> & { rows: number };

/** What applying writes; everybody who is in neither list keeps what they have. */
export type RosterChanges = {
  /** People who become members. */
  create: RosterPerson[];
  /** Members whose name, group or slices become the file's. */
  update: (RosterPerson & { id: string })[];
  /** Members who are asked no more; they stay members. */
  leave: { id: string }[];
};

export type RosterComparison = {
  rows: ComparedRow[];
  counts: RosterCounts;
  changes: RosterChanges;
  after: RosterPerson[];
};

const sameSlices = (left: Slices, right: Slices): boolean => sliceNames.every((name) => left[name] === right[name]);
const sameAs = (person: RosterPerson, member: PresentMember): boolean =>
  person.name === member.name &&
  person.group === member.group &&
  sameSlices(person.slices, member.slices) &&
  (person.timeZone === undefined || person.timeZone === (member.timeZone ?? null));
const zoneOf = ({ timeZone }: PresentMember) => (timeZone ? { timeZone } : {});

const order: Record<RosterOutcome, number> = { fix: 0, join: 1, change: 2, leave: 3, "left-out": 4, unchanged: 5 };

/**
 * Compares a draft with the present roster. Good rows become the roster exactly; members that no row names leave; a member
 * whom only a bad row names stays as they are until it is fixed or left out, unless they hold a seat.
 */
export function compareRoster(draft: RosterDraft, ground: RosterGround): RosterComparison {
  const byEmail = new Map(ground.present.map((member) => [member.email, member]));
  const counts: RosterCounts = {
    fix: 0,
    join: 0,
    change: 0,
    leave: 0,
    "left-out": 0,
    unchanged: 0,
    rows: draft.rows.length,
  };
  const changes: RosterChanges = { create: [], update: [], leave: [] };
  const rows: ComparedRow[] = [];
  const after: RosterPerson[] = [];
  const named = new Set<string>();
  const kept = new Set<string>();

  for (const row of checkRows(draft, ground)) {
    if (row.kind !== "person") {
      const { name, email, group, team, site, tenure } = row.written;
      const slices = { ...(team && { team }), ...(site && { site }), ...(tenure && { tenure }) };
      const issues = row.kind === "fix" ? row.issues : [];
      if (row.kind === "fix" && row.keeps !== null) kept.add(row.keeps);
      rows.push({ outcome: row.kind, line: row.line, name, email, group, slices, issues, before: null });
      continue;
    }
    const { line } = row;
    const member = byEmail.get(row.person.email);
    // A file without time zones leaves the known ones as they are.
    const person: RosterPerson = { ...(member ? zoneOf(member) : {}), ...row.person };
    named.add(person.email);
    after.push(person);
    if (!member) changes.create.push(person);
    else if (!sameAs(person, member)) changes.update.push({ ...person, id: member.id });
    const joins = !member || member.group === null;
    const outcome = joins ? "join" : sameAs(person, member) ? "unchanged" : "change";
    const before =
      outcome === "change" && member?.group
        ? { name: member.name, group: member.group, slices: member.slices, ...zoneOf(member) }
        : null;
    rows.push({ ...person, outcome, line, issues: [], before });
  }

  for (const { id, name, email, group, slices } of ground.present) {
    if (group === null || named.has(email)) continue;
    if (kept.has(email)) {
      after.push({ name, email, group, slices });
      continue;
    }
    changes.leave.push({ id });
    rows.push({ outcome: "leave", line: null, name, email, group, slices, issues: [], before: null });
  }
  for (const row of rows) counts[row.outcome] += 1;
  return { rows, counts, changes, after };
}

export type RowFilter = "changes" | "all";

/** One page (from 1) of at most 100 rows, errors first, then joins, changes, leavers, rows left out and the unchanged. */
export function pageOfRows(rows: readonly ComparedRow[], filter: RowFilter, page: number) {
  const shown = filter === "all" ? [...rows] : rows.filter((row) => row.outcome !== "unchanged");
  shown.sort((left, right) => order[left.outcome] - order[right.outcome] || (left.line ?? 0) - (right.line ?? 0));
  const pages = Math.max(1, Math.ceil(shown.length / rosterPageSize));
  const current = Math.min(Math.max(1, page), pages);
  return { page: current, pages, rows: shown.slice((current - 1) * rosterPageSize, current * rosterPageSize) };
}
