import { sha256, toHex, utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";

/** One line of a company's audit log as it is exported; hashes and salts in lower-case hex. */
export type AuditLine = {
  sequence: number;
  at: string;
  actor: string;
  /** Null once the actor was erased. */
  actorSalt: string | null;
  actorHash: string;
  action: string;
  subject: string | null;
  /** Null without a subject, and once a name in it was erased. */
  subjectSalt: string | null;
  subjectHash: string | null;
  previousHash: string;
  hash: string;
};

/** What the first line of a chain has before it: 64 zeros. */
const chainStart = "0".repeat(64);

/** SHA-256 over salt, a bar and the text: with the salt it proves the text, without it it says nothing. */
const auditSeal = async (salt: string, text: string): Promise<string> => toHex(await sha256(utf8(`${salt}|${text}`)));

/** SHA-256 over the canonical JSON of what must never change: company, place, time, action, the two seals, the line before. */
async function auditHash(company: string, line: AuditLine): Promise<string> {
  const { sequence, at, action, actorHash: actor, subjectHash: subject, previousHash: previous } = line;
  return toHex(await sha256(utf8(canonicalJson({ company, sequence, at, action, actor, subject, previous }))));
}

/** "intact", or the number of the first line that was changed, added or taken out. Erased names do not break a chain. */
export type ChainState = { kind: "intact" } | { kind: "broken"; sequence: number };

/** Checks a whole chain from its first line on, in order. Lines cut off at the end cannot be seen without an earlier copy. */
export async function checkChain(company: string, lines: readonly AuditLine[]): Promise<ChainState> {
  let previous = chainStart;
  for (const [index, line] of lines.entries()) {
    const { sequence, actor, actorSalt, actorHash, subject, subjectSalt, subjectHash } = line;
    const holds =
      sequence === index + 1 &&
      line.previousHash === previous &&
      (actorSalt === null || (await auditSeal(actorSalt, actor)) === actorHash) &&
      (subjectSalt === null || subject === null || (await auditSeal(subjectSalt, subject)) === subjectHash) &&
      (subject === null) === (subjectHash === null) &&
      (await auditHash(company, line)) === line.hash;
    if (!holds) return { kind: "broken", sequence: index + 1 };
    previous = line.hash;
  }
  return { kind: "intact" };
}
