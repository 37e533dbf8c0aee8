import { wordlist } from "@scure/bip39/wordlists/english.js";
import { fromHex, toHex } from "@/domain/bytes";
import { fingerprintWords, type Manifest, manifestHash } from "@/domain/manifest";

/** What an invitation link carries behind the "#": the manifest's fingerprint and the invitation token. */
export type InvitationLink = { manifestHash: string; invitation: string };

/** Reads the fragment of an invitation link; null if it is not one. */
export function readFragment(fragment: string): InvitationLink | null {
  const match = /^#?([0-9a-f]{64})\.([A-Za-z0-9_-]{20,100})$/.exec(fragment);
  return match?.[1] && match[2] ? { manifestHash: match[1], invitation: match[2] } : null;
}

/** The cycle's name in the page's path, /ballot/<cycle>. */
export const cycleInPath = (path: string): string | null =>
  /^\/ballot\/([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?-\d{4}-q[1-4])\/?$/.exec(path)?.[1] ?? null;

/** True if every text has exactly the expected fingerprint, computed here and never taken from the server. */
export async function allMatch(expected: string, texts: readonly string[]): Promise<boolean> {
  const hashes = await Promise.all(texts.map(async (text) => toHex(await manifestHash(text))));
  return hashes.every((hash) => hash === expected);
}

/** The manifest in a text whose fingerprint was checked before. Throws if it is of another format or another cycle. */
export function manifestIn(text: string, cycle: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== "tandem/manifest/1" || manifest.cycle.name !== cycle) throw new Error("another manifest");
  return manifest;
}

export const fingerprintOf = async (text: string): Promise<string> => toHex(await manifestHash(text));

/** The fingerprint's eight words, to compare with the mail. */
export const wordsOf = (hash: string): string[] => fingerprintWords(fromHex(hash), wordlist);
