import { createHash, createPublicKey } from "node:crypto";

/** One statement that was checked, in words for somebody who has not read the code. */
export type Check = { passed: boolean; text: string };

type Json = { [key: string]: unknown };

const sha256 = (...parts: (Uint8Array | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

export const hashOf = (content: Uint8Array | string): string => sha256(content).toString("hex");

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const isHash = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

/** The one form of a manifest: keys in order, no white space (docs/public-record.md). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(typeof value === "string" ? value.normalize("NFC") : value);
  const members = Object.keys(value).sort((left, right) => (left < right ? -1 : 1));
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

export function parseObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The first 88 bits of a hash as eight numbers of eleven bits, each a word of the list. */
export function wordsOf(hash: string, list: readonly string[]): string[] {
  const bits = BigInt(`0x${hash}`) >> 168n;
  return Array.from({ length: 8 }, (_, word) => list[Number((bits >> BigInt(77 - word * 11)) & 2047n)] ?? "?");
}

/** RFC 6962, section 2.1, written as the text there: split at the largest power of two below the number of leaves. */
function merkleTreeHead(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256("");
  if (leaves.length === 1) return sha256(Uint8Array.of(0), only);
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Uint8Array.of(1), merkleTreeHead(leaves.slice(0, split)), merkleTreeHead(leaves.slice(split)));
}

function checkIssuerKey(group: Json): Check[] {
  const name = String(group.group);
  const spki = Buffer.from(String(group.issuerKey), "base64url");
  let kind = "no RSA key";
  try {
    const { asymmetricKeyType, asymmetricKeyDetails: details } = createPublicKey({
      key: spki,
      type: "spki",
      format: "der",
    });
    kind = `${asymmetricKeyType} ${details?.modulusLength} with e = ${details?.publicExponent}`;
  } catch {}
  return [
    {
      passed: hashOf(spki) === group.issuerKeyId,
      text: `The ${name}s' issuer key has the name that the manifest gives it.`,
    },
    { passed: kind === "rsa 3072 with e = 65537", text: `The ${name}s' issuer key is RSA 3072 with e = 65537.` },
  ];
}

/** One sitting, or two windows of which the second begins while the cycle is open. */
function checkWindows(manifest: Json, its: Json): Check {
  const windows = isObject(manifest.windows) ? manifest.windows : {};
  if (windows.kind !== "two-windows") {
    return { passed: windows.kind === "one-sitting", text: "Ballots are collected and cast in one sitting." };
  }
  const [from, opens, closes] = [windows.castsFrom, its.opensAt, its.closesAt].map((moment) =>
    Date.parse(String(moment)),
  );
  return {
    passed: from !== undefined && opens !== undefined && closes !== undefined && opens < from && from < closes,
    text: `There are two windows: ballots are collected from opening and cast from ${windows.castsFrom} until closing.`,
  };
}

/** What a manifest says of itself, and what its reader compares it with. */
export function checkManifest(text: string, cycle: string): Check[] {
  const manifest = parseObject(text);
  if (manifest?.format !== "tandem/manifest/1")
    return [{ passed: false, text: "The manifest is of format tandem/manifest/1." }];
  const its = isObject(manifest.cycle) ? manifest.cycle : {};
  const groups = objectsIn(manifest.groups);
  const tallyKey = Buffer.from(String(manifest.tallyKey), "base64url");
  return [
    { passed: canonical(manifest) === text, text: "The manifest is written in its one canonical form." },
    { passed: its.name === cycle, text: `The manifest is that of ${cycle}.` },
    checkWindows(manifest, its),
    { passed: groups.length > 0, text: "The manifest names at least one group of raters." },
    ...groups.flatMap(checkIssuerKey),
    {
      passed: new Set(groups.map(({ issuerKeyId }) => issuerKeyId)).size === groups.length && groups.length <= 2,
      text: "There is one issuer key per group, so a key tells no more of a rater than the group.",
    },
    { passed: tallyKey.length === 65 && tallyKey[0] === 4, text: "The tally key is a point of P-256." },
  ];
}

const count = (value: unknown): number => (Number.isSafeInteger(value) ? Number(value) : Number.NaN);

/** The ledger against itself and against the manifest. */
export function checkLedger(ledger: Json, manifest: Json): Check[] {
  if (ledger.format !== "tandem/ledger/1") return [{ passed: false, text: "The ledger is of format tandem/ledger/1." }];
  const leaves: unknown[] = Array.isArray(ledger.leaves) ? ledger.leaves : [null];
  const wellFormed = leaves.filter(isHash);
  const ascending = wellFormed.every((leaf, index) => index === 0 || (wellFormed[index - 1] ?? "") < leaf);
  const root = merkleTreeHead(wellFormed.map((leaf) => Buffer.from(leaf, "hex"))).toString("hex");
  const announced = new Map(objectsIn(manifest.groups).map((group) => [group.group, group.rosterSize]));
  const groups = objectsIn(ledger.groups);
  const total = groups.reduce((sum, { cast }) => sum + count(cast), 0);
  return [
    { passed: wellFormed.length === leaves.length, text: "Every receipt is 64 characters of 0–9 and a–f." },
    { passed: ascending, text: "The receipts are sorted, and none is there twice." },
    { passed: root === ledger.root, text: "The root is the Merkle tree head of the receipts." },
    {
      passed:
        groups.length === announced.size && groups.every(({ group, invited }) => announced.get(group) === invited),
      text: "The groups, and how many were invited, are those of the manifest.",
    },
    {
      passed: groups.every(
        ({ invited, claimed, cast }) =>
          count(invited) >= count(claimed) && count(claimed) >= count(cast) && count(cast) >= 0,
      ),
      text: `In every group invited ≥ claimed ≥ cast (${groups.map((its) => `${its.group} ${its.invited} ≥ ${its.claimed} ≥ ${its.cast}`).join(", ")}).`,
    },
    { passed: total === leaves.length, text: `There are as many receipts as ballots: ${leaves.length}.` },
  ];
}

/** Files of the ballot page as the manifest lists them. */
export const pageFiles = (manifest: Json): { path: string; sha256: string }[] =>
  objectsIn(manifest.ballotPage).map(({ path, sha256 }) => ({ path: String(path), sha256: String(sha256) }));

/** A receipt as typed: case and spaces do not matter. Null if it is none. */
export function readReceipt(text: string): string | null {
  const receipt = text.replaceAll(/\s/g, "").toLowerCase();
  return isHash(receipt) ? receipt : null;
}
