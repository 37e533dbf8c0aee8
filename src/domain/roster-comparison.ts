import type { RaterGroup } from "./rater-group";
import {
  type PresentMember,
  type RosterGround,
  type RosterPerson,
  rosterPageSize,
  type Slices,
  sliceNames,
  type WantedPerson,
} from "./roster";
import { checkRows, type RowIssue } from "./roster-check";
import type { RosterDraft } from "./roster-draft";

export type RosterOutcome = "fix" | "join" | "change" | "leave" | "left-out" | "managed" | "unchanged";

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
  create: WantedPerson[];
  /** Members whose name, address, group or slices become the source's. */
  update: (WantedPerson & { id: string })[];
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
const sameAs = (person: WantedPerson, member: PresentMember): boolean =>
  person.name === member.name &&
  person.email === member.email &&
  person.group === member.group &&
  sameSlices(person.slices, member.slices) &&
  (person.timeZone === undefined || person.timeZone === (member.timeZone ?? null));
const zoneOf = ({ timeZone }: PresentMember) => (timeZone ? { timeZone } : {});

export type PersonOutcome = "join" | "change" | "leave" | "unchanged";

/**
 * Compares what a source says about one person with the member they are, and adds what must be written to `changes`. Who
 * is asked no more keeps their slices; a source without time zones leaves the known one. The one path of every source.
 */
export function comparePerson(
  wanted: WantedPerson,
  member: PresentMember | undefined,
  changes: RosterChanges,
): PersonOutcome {
  const slices = wanted.group === null && member ? member.slices : wanted.slices;
  const person = { ...(member ? zoneOf(member) : {}), ...wanted, slices };
  if (!member) {
    changes.create.push(person);
    return person.group === null ? "unchanged" : "join";
  }
  if (sameAs(person, member)) return "unchanged";
  const leaves = person.group === null && member.group !== null;
  if (leaves && sameAs({ ...person, group: member.group }, member)) changes.leave.push({ id: member.id });
  else changes.update.push({ ...person, id: member.id });
  if (leaves) return "leave";
  return member.group === null && person.group !== null ? "join" : "change";
}

const order: Record<RosterOutcome, number> = {
  fix: 0,
  join: 1,
  change: 2,
  leave: 3,
  "left-out": 4,
  managed: 5,
  unchanged: 6,
};

/**
 * Compares a draft with the present roster. Good rows become the roster exactly; members that no row names leave; a member
 * whom only a bad row names stays as they are until it is fixed or left out, unless they hold a seat. Whom the directory
 * manages stays as they are, in the file or not.
 */
export function compareRoster(draft: RosterDraft, ground: RosterGround): RosterComparison {
  const byEmail = new Map(ground.present.map((member) => [member.email, member]));
  const counts: RosterCounts = {
    fix: 0,
    join: 0,
    change: 0,
    leave: 0,
    "left-out": 0,
    managed: 0,
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
    if (member?.managed) {
      rows.push({ ...row.person, outcome: "managed", line, issues: [], before: null });
      continue;
    }
    const person: RosterPerson = { ...(member ? zoneOf(member) : {}), ...row.person };
    named.add(person.email);
    after.push(person);
    const outcome = comparePerson(person, member, changes);
    const before =
      outcome === "change" && member?.group
        ? { name: member.name, group: member.group, slices: member.slices, ...zoneOf(member) }
        : null;
    rows.push({ ...person, outcome, line, issues: [], before });
  }

  for (const member of ground.present) {
    const { name, email, group, slices } = member;
    if (group === null || named.has(email)) continue;
    if (kept.has(email) || member.managed) {
      after.push({ name, email, group, slices });
      continue;
    }
    comparePerson({ ...member, group: null }, member, changes);
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
