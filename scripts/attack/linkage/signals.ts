import { canonicalJson } from "@/domain/canonical-json";
import { type CommitLog, type Dump, placeOf, type Row } from "./dump";
import type { Evidence } from "./played-cycle";

/** A value to put things in order by, or null where there is none. */
type Value = number | string | null;

/** Named ways to put the same things in order, one value for each thing. */
export type Keys = Map<string, Value[]>;

/** Certain links: for each thing on the left, the number of the one on the right, or null. */
export type Joins = Map<string, (number | null)[]>;

/** What an attacker makes of the evidence of one cycle: people, ballots and sheets in an order that says nothing. */
export type Clues = {
  people: string[];
  ballots: string[];
  personKeys: Keys;
  ballotKeys: Keys;
  sheetKeys: Keys;
  /** person → ballot, sheet → ballot, sheet → person. */
  joins: { ballotOfPerson: Joins; ballotOfSheet: Joins; personOfSheet: Joins };
};

/** "rows" leaves out where PostgreSQL put a row and which transaction wrote it: what a sorted logical dump shows. */
export type Sight = "everything" | "values";

const isOrderOfRows = (column: string) => column === "ctid" || column === "xmin" || column.endsWith("_chunk");

/** All values of a row that can be sorted by, its transaction's place and time in the database's log among them. */
function valuesOf(row: Row | undefined, commits: CommitLog | null, sight: Sight): Map<string, Value> {
  const values = new Map<string, Value>();
  if (!row) return values;
  for (const [column, text] of Object.entries(row)) {
    if (isOrderOfRows(column) && sight === "values") continue;
    if (column === "ctid") values.set(column, placeOf(text));
    else if (text !== null && /^\d{1,15}$/.test(text)) values.set(column, Number(text));
    else values.set(column, text);
    if (text !== null && text.length > 60) values.set(`length of ${column}`, text.length);
  }
  const commit = sight === "everything" ? commits?.get(row.xmin ?? "") : undefined;
  if (commit) {
    values.set("commit in WAL", commit.position);
    values.set("commit time in WAL", commit.time);
  }
  return values;
}

/** Adds the columns of one table at one moment to the keys, unless they say nothing or no more than an earlier moment. */
function addKeys(keys: Keys, name: string, rows: (Row | undefined)[], commits: CommitLog | null, sight: Sight): void {
  const all = rows.map((row) => valuesOf(row, commits, sight));
  const columns = new Set(all.flatMap((values) => [...values.keys()]));
  for (const column of columns) {
    const values = all.map((its) => its.get(column) ?? null);
    if (new Set(values).size > 1) keys.set(`${name}.${column}`, values);
  }
}

const rowsOf = (dump: Dump | undefined, table: string): Row[] => dump?.tables[table] ?? [];
const indexBy = (rows: Row[], column: string) => new Map(rows.map((row) => [row[column] ?? "", row]));

function keysOfPeople(evidence: Evidence, entries: Row[], sight: Sight): Keys {
  const keys: Keys = new Map();
  for (const dump of evidence.dumps) {
    const add = (table: string, column: string, own: string) => {
      const found = indexBy(rowsOf(dump, table), column);
      const rows = entries.map((entry) => found.get(entry[own] ?? ""));
      addKeys(keys, `${table}@${dump.moment}`, rows, evidence.commits, sight);
    };
    add("roster_entry", "id", "id");
    // The mails that tell people of their claim, as long as the queue keeps them.
    const notices = rowsOf(dump, "pgboss.job").filter(({ name }) => name === "claim-notice-mail");
    const mine = entries.map(({ id }) => notices.find(({ data }) => id && data?.includes(id)));
    addKeys(keys, `notice@${dump.moment}`, mine, evidence.commits, sight);
    if (dump.moment === "cast") {
      add("member", "id", "member_id");
      add("delivery", "email", "email");
    }
  }
  return keys;
}

function keysOfBallots(evidence: Evidence, nullifiers: string[], sight: Sight): Keys {
  const keys: Keys = new Map();
  for (const dump of evidence.dumps.filter(({ moment }) => moment !== "destroyed")) {
    const found = indexBy(rowsOf(dump, "ballot"), "nullifier");
    const rows = nullifiers.map((nullifier) => found.get(`\\x${nullifier}`));
    addKeys(keys, `ballot@${dump.moment}`, rows, evidence.commits, sight);
  }
  return keys;
}

/** Sheets in the order of the released comments, and of how long they are. */
function keysOfSheets(evidence: Evidence, sight: Sight): Keys {
  const keys: Keys = new Map([["sheet.length", evidence.sheets.map((sheet) => canonicalJson(sheet).length)]]);
  for (const dump of evidence.dumps) {
    const found = indexBy(rowsOf(dump, "comment"), "text");
    const rows = evidence.sheets.map(({ comments }) => found.get(comments.cto.start ?? ""));
    addKeys(keys, `comment@${dump.moment}`, rows, evidence.commits, sight);
  }
  return keys;
}

/** The one thing on the right whose facts a text on the left holds, where there is exactly one. */
const onlyOne = (found: number[]): number | null => (new Set(found).size === 1 ? (found[0] ?? null) : null);

/** Values that belong to one person or one ballot alone: long enough to be no coincidence, and not shared by all. */
function ownValues(rows: (Row | undefined)[][]): Set<string>[] {
  const seen = new Map<string, number>();
  const sets = rows.map(
    (its) => new Set(its.flatMap((row) => Object.values(row ?? {})).filter((text) => text !== null)),
  );
  for (const set of sets) for (const text of set) seen.set(text, (seen.get(text) ?? 0) + 1);
  return sets.map((set) => new Set([...set].filter((text) => text.length >= 12 && seen.get(text) === 1)));
}

function joinEqualValues(left: Set<string>[], right: Set<string>[]): (number | null)[] {
  const owner = new Map(right.flatMap((values, index) => [...values].map((value) => [value, index] as const)));
  return left.map((values) => onlyOne([...values].map((value) => owner.get(value)).filter((at) => at !== undefined)));
}

/** Lines of logs, or rows of tables, that hold a fact of one on the left and a fact of one on the right. */
function joinTexts(texts: string[], left: string[][], right: string[][]): (number | null)[] {
  const links = left.map((): number[] => []);
  for (const text of texts) {
    const named = left.flatMap((facts, index) => (facts.some((fact) => text.includes(fact)) ? [index] : []));
    const [only] = named;
    if (named.length !== 1 || only === undefined) continue;
    for (const [index, facts] of right.entries()) {
      if (facts.some((fact) => text.includes(fact))) links[only]?.push(index);
    }
  }
  return links.map(onlyOne);
}

/** Where in a log each is first named. */
const firstNamed = (text: string, facts: string[][]): Value[] =>
  facts.map((own) => {
    const places = own.map((fact) => text.indexOf(fact)).filter((place) => place >= 0);
    return places.length > 0 ? Math.min(...places) : null;
  });

/** Everything the attacker can sort or join by. */
export function cluesIn(evidence: Evidence, sight: Sight): Clues {
  const full = evidence.dumps.find(({ moment }) => moment === "cast");
  const entries = rowsOf(full, "roster_entry").filter(({ claimed }) => claimed === "true");
  entries.sort((left, right) => ((left.id ?? "") < (right.id ?? "") ? -1 : 1));
  const ballotRows = rowsOf(full, "ballot");
  const ballots = ballotRows.map(({ nullifier }) => (nullifier ?? "").slice(2)).sort();
  const ballotRow = indexBy(ballotRows, "nullifier");
  const members = indexBy(rowsOf(full, "member"), "id");
  const people = entries.map(({ email }) => email ?? "");
  const peopleFacts = entries.map((row) => [row.email, row.id, row.member_id].filter((fact) => fact != null));
  const personKeys = keysOfPeople(evidence, entries, sight);
  const ballotKeys = keysOfBallots(evidence, ballots, sight);
  for (const [index, log] of evidence.logs.entries()) {
    const named = {
      people: firstNamed(log, peopleFacts),
      ballots: firstNamed(
        log,
        ballots.map((fact) => [fact]),
      ),
    };
    if (new Set(named.people).size > 1) personKeys.set(`log ${index}`, named.people);
    if (new Set(named.ballots).size > 1) ballotKeys.set(`log ${index}`, named.ballots);
  }
  const ownOfPeople = ownValues(entries.map((entry) => [entry, members.get(entry.member_id ?? "")]));
  const ownOfBallots = ownValues(ballots.map((nullifier) => [ballotRow.get(`\\x${nullifier}`)]));
  const envelopes = ballots.map((nullifier) =>
    Buffer.from((ballotRow.get(`\\x${nullifier}`)?.envelope ?? "\\x").slice(2), "hex").toString("latin1"),
  );
  const texts = evidence.sheets.map((sheet) => Buffer.from(canonicalJson(sheet)).toString("latin1"));
  const readable = texts.map((text) => onlyOne(envelopes.flatMap((its, index) => (its.includes(text) ? [index] : []))));
  const said = evidence.sheets.map(({ comments }) => [comments.cto.start ?? "\0"]);
  const rows = evidence.dumps
    .filter(({ moment }) => moment === "tallied")
    .flatMap(({ tables }) => Object.values(tables).flat())
    .map((row) => Object.values(row).join("\n"));
  const lines = evidence.logs.flatMap((log) => log.split("\n"));
  return {
    people,
    ballots,
    personKeys,
    ballotKeys,
    sheetKeys: keysOfSheets(evidence, sight),
    joins: {
      ballotOfPerson: new Map([
        ["a value of both", joinEqualValues(ownOfPeople, ownOfBallots)],
        [
          "a log line that names both",
          joinTexts(
            lines,
            peopleFacts,
            ballots.map((fact) => [fact]),
          ),
        ],
      ]),
      ballotOfSheet: new Map([["an envelope that can be read", readable]]),
      personOfSheet: new Map([["a row that names both", joinTexts(rows, said, peopleFacts)]]),
    },
  };
}
