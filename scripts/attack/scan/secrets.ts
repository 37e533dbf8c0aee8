import { createPrivateKey } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fromHex } from "@/domain/bytes";
import { recoveryCode } from "@/domain/recovery-code";
import { keyStore } from "@/server/keys/keys";
import type { TestCycle } from "../../../prisma/test-cycle";
import type { Sent } from "../rater";

/** Something to look for, and what finding it would tell. */
export type Fact = { kind: "person" | "ballot" | "seed" | "private key"; name: string; needles: Buffer[] };

/** A text or the bytes of one file of the evidence. */
export type Exhibit = { name: string; content: Buffer };

/**
 * The first 24 bytes as themselves, in hex, in base64 and in base64url. Not all of them: PostgreSQL shortens the values of a
 * row that it tells of, and a name cut short is a name all the same.
 */
function writings(bytes: Uint8Array): Buffer[] {
  const own = Buffer.from(bytes).subarray(0, 24);
  const hex = own.toString("hex");
  return [own, ...text(hex, hex.toUpperCase(), own.toString("base64"), own.toString("base64url"))];
}

const text = (...texts: string[]) => texts.map((its) => Buffer.from(its));

/** What of a stored key is secret: of an RSA key its exponent and its primes, because the rest of the file is public. */
function secretParts(name: string, secret: Uint8Array): Uint8Array[] {
  if (!name.startsWith("issuer")) return [secret];
  const { d, p, q } = createPrivateKey({ key: Buffer.from(secret), type: "pkcs8", format: "der" }).export({
    format: "jwk",
  });
  return [d, p, q].map((part) => Buffer.from(part ?? "", "base64url").subarray(0, 96));
}

/** Addresses and invitation tokens; nullifiers, receipts, public keys and envelopes; seeds and recovery codes; all private keys. */
export async function factsOf(cycle: TestCycle, sent: readonly Sent[], masterKey: Uint8Array): Promise<Fact[]> {
  const facts: Fact[] = cycle.links.map(({ email, link }) => ({
    kind: "person",
    name: `address or invitation of ${email}`,
    needles: text(email, link.invitation),
  }));
  for (const [index, { request, leaf, nullifier, seed }] of sent.entries()) {
    const fields = [request.ballotPublicKey, request.signature, request.envelope.slice(0, 400)];
    const parts = fields.map((field) => Buffer.from(field, "base64url"));
    const needles = [...writings(fromHex(nullifier)), ...writings(fromHex(leaf)), ...parts.flatMap(writings)];
    const code = await recoveryCode(seed);
    facts.push({ kind: "ballot", name: `ballot ${index}`, needles });
    const secret = [...writings(seed), ...text(code, code.replaceAll(" ", ""))];
    facts.push({ kind: "seed", name: `seed or recovery code of ballot ${index}`, needles: secret });
  }
  for (const name of ["tally", "invitation", "issuer-engineer", "issuer-executive"] as const) {
    const secret = await keyStore().find(cycle, name);
    if (!secret) continue;
    facts.push({ kind: "private key", name: `${name} key`, needles: secretParts(name, secret).flatMap(writings) });
  }
  facts.push({ kind: "private key", name: "a key in PEM", needles: text("PRIVATE KEY-----") });
  facts.push({ kind: "private key", name: "the master key", needles: writings(masterKey) });
  return facts;
}

export type Finding = { exhibit: string; kinds: Record<Fact["kind"], number>; names: string[] };

/** What is found in each exhibit. */
export const scan = (exhibits: readonly Exhibit[], facts: readonly Fact[]): Finding[] =>
  exhibits.map(({ name, content }) => {
    const kinds = { person: 0, ballot: 0, seed: 0, "private key": 0 };
    const names: string[] = [];
    for (const fact of facts) {
      if (!fact.needles.some((needle) => needle.length > 0 && content.includes(needle))) continue;
      kinds[fact.kind] += 1;
      names.push(fact.name);
    }
    return { exhibit: name, kinds, names };
  });

/** What P9 forbids: a ballot fact and a person in one file, either of them in a log, a seed or a private key anywhere. */
export const breaches = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ exhibit, kinds, names }) => [
    ...((kinds.person > 0 && kinds.ballot > 0) || (exhibit.startsWith("log") && kinds.person + kinds.ballot > 0)
      ? [`${exhibit} names ${kinds.person} people and ${kinds.ballot} ballots`]
      : []),
    ...(kinds.seed > 0 || kinds["private key"] > 0
      ? [`${exhibit} holds ${names.filter((name) => /seed|key/.test(name)).join(", ")}`]
      : []),
  ]);

/** Every file under a folder. */
export const filesUnder = (folder: string): Exhibit[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file), content: fs.readFileSync(file) }));
