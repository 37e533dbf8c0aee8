import { canonicalJson } from "@/domain/canonical-json";
import { type Attack, attack } from "./attacker";
import { type Dump, placeOf, type Row } from "./dump";
import type { PlayedCycle } from "./played-cycle";
import type { Sight } from "./signals";

/** A build without one protection, as its copies would look; made by altering the copies of an honest run. */
export type Canary = {
  name: string;
  /** What must be linked in the weakened build. */
  links: keyof Attack;
  /** How much the attacker looks at, so that the honest build is safe and only the missing protection gives it away. */
  sight: Sight;
  weaken: (played: PlayedCycle) => PlayedCycle;
};

const mapTable = (dump: Dump, table: string, change: (rows: Row[]) => Row[]): Dump =>
  dump.tables[table] ? { ...dump, tables: { ...dump.tables, [table]: change(dump.tables[table]) } } : dump;

const withDumps = (played: PlayedCycle, change: (dump: Dump) => Dump): PlayedCycle => ({
  ...played,
  evidence: { ...played.evidence, dumps: played.evidence.dumps.map(change) },
});

const voices = ({ truth }: PlayedCycle) => [...truth].map(([email, own]) => ({ email, ...own }));
const nullifierOf = (row: Row) => (row.nullifier ?? "").slice(2);

/** Writes onto each ballot, and onto each roster entry that claimed, something that depends on the minute it was written. */
function stamped(played: PlayedCycle, column: string, stamp: (minute: number) => string): PlayedCycle {
  const people = new Map(voices(played).map((voice) => [voice.email, voice.claimedAt]));
  const ballots = new Map(voices(played).map((voice) => [voice.nullifier, voice.castAt]));
  const add = (row: Row, minute: number | undefined): Row =>
    minute === undefined ? row : { ...row, [column]: stamp(minute) };
  return withDumps(played, (dump) => {
    const claims = mapTable(dump, "roster_entry", (rows) =>
      rows.map((row) => (row.claimed === "true" ? add(row, people.get(row.email ?? "")) : row)),
    );
    return mapTable(claims, "ballot", (rows) => rows.map((row) => add(row, ballots.get(nullifierOf(row)))));
  });
}

const momentOf = (minute: number) => Date.UTC(2031, 1, 3) + Math.round(minute * 60_000);

/** A UUID of version 7: 48 bits of time, then random ones. */
const orderedId = (minute: number): string => {
  const time = momentOf(minute).toString(16).padStart(12, "0");
  const random = crypto.randomUUID().slice(14);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1)}`;
};

function plaintextBallots(played: PlayedCycle): PlayedCycle {
  const sheets = new Map(voices(played).map((voice) => [voice.nullifier, played.evidence.sheets[voice.sheet]]));
  const hexOf = (row: Row) => {
    const sheet = sheets.get(nullifierOf(row));
    return sheet ? `\\x${Buffer.from(canonicalJson(sheet)).toString("hex")}` : (row.envelope ?? null);
  };
  return withDumps(played, (dump) =>
    mapTable(dump, "ballot", (rows) => rows.map((row) => ({ ...row, envelope: hexOf(row) }))),
  );
}

/** Comments written as the tally read them: ballots by nullifier, so a comment's place says whose ballot it was in. */
function unshuffledComments(played: PlayedCycle): PlayedCycle {
  const texts = voices(played)
    .sort((left, right) => (left.nullifier < right.nullifier ? -1 : 1))
    .map(({ sheet }) => played.evidence.sheets[sheet]?.comments.cto.start ?? null);
  const inPlace = (left: Row, right: Row) => (placeOf(left.ctid ?? null) ?? 0) - (placeOf(right.ctid ?? null) ?? 0);
  return withDumps(played, (dump) =>
    mapTable(dump, "comment", (rows) =>
      [...rows].sort(inPlace).map((row, index) => ({ ...row, text: texts[index] ?? null })),
    ),
  );
}

/** An issuer key for every person: the key's name is on their roster entry and on their ballot. */
function keyPerPerson(played: PlayedCycle): PlayedCycle {
  const keyIds = new Map<string, string>();
  for (const { email, nullifier } of voices(played)) {
    const keyId = `\\x${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex")}`;
    keyIds.set(email, keyId).set(nullifier, keyId);
  }
  return withDumps(played, (dump) => {
    const people = mapTable(dump, "roster_entry", (rows) =>
      rows.map((row) => ({ ...row, key_id: keyIds.get(row.email ?? "") ?? null })),
    );
    return mapTable(people, "ballot", (rows) =>
      rows.map((row) => ({ ...row, key_id: keyIds.get(nullifierOf(row)) ?? null })),
    );
  });
}

/** A log of requests with what each was about, as a web server or a tracing tool would write. */
function requestLog(played: PlayedCycle): PlayedCycle {
  const lines = voices(played)
    .flatMap(({ email, nullifier, claimedAt, castAt }) => [
      { minute: claimedAt, line: `claim ${email}` },
      { minute: castAt, line: `cast ${nullifier}` },
    ])
    .sort((left, right) => left.minute - right.minute);
  return {
    ...played,
    evidence: { ...played.evidence, logs: [...played.evidence.logs, lines.map(({ line }) => line).join("\n")] },
  };
}

export const canaries: readonly Canary[] = [
  { name: "plaintext ballots", links: "answers", sight: "everything", weaken: plaintextBallots },
  { name: "no shuffle of comments", links: "answers", sight: "everything", weaken: unshuffledComments },
  {
    name: "a created-at column",
    links: "ballots",
    sight: "values",
    weaken: (played) => stamped(played, "created_at", (minute) => new Date(momentOf(minute)).toISOString()),
  },
  {
    name: "time-ordered ids",
    links: "ballots",
    sight: "values",
    weaken: (played) => stamped(played, "write_id", orderedId),
  },
  { name: "a key per person", links: "ballots", sight: "values", weaken: keyPerPerson },
  { name: "a log of requests", links: "ballots", sight: "values", weaken: requestLog },
];

/** Share of links that the attacker gets right in the weakened build, and in the honest one looked at in the same way; 0–1. */
export function caught(canary: Canary, cycles: PlayedCycle[]): { weakened: number; honest: number } {
  const raters = cycles[0]?.truth.size ?? 1;
  const share = (of: PlayedCycle[]) => attack(of, canary.sight)[canary.links].mean / raters;
  return { weakened: share(cycles.map(canary.weaken)), honest: share(cycles) };
}
