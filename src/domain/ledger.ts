import { type Bytes, compareBytes, concat, fromHex, sha256, toHex, utf8 } from "./bytes";
import type { RaterGroup } from "./rater-group";

/** The public account of a closed cycle: sorted leaves in hex, their root, and per group roster N ≥ claimed C ≥ cast B. */
export type Ledger = {
  format: "tandem/ledger/1";
  leaves: string[];
  root: string;
  groups: { group: RaterGroup; invited: number; claimed: number; cast: number }[];
};

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Merkle tree head over leaves in the given order (RFC 6962 section 2.1, SHA-256); SHA-256 of nothing for no leaf. */
export async function merkleRoot(leaves: readonly Uint8Array[]): Promise<Bytes> {
  if (leaves.length === 0) return sha256(new Uint8Array());
  let level = await Promise.all(leaves.map((leaf) => sha256(concat(leafPrefix, leaf))));
  // Pairing neighbours and carrying an odd last node upward gives the same tree as RFC 6962's split at the largest power of two.
  while (level.length > 1) {
    const next: Promise<Bytes>[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index] as Bytes;
      const right = level[index + 1];
      next.push(right ? sha256(concat(nodePrefix, left, right)) : Promise.resolve(left));
    }
    level = await Promise.all(next);
  }
  return level[0] as Bytes;
}

/** Sorted leaves and their root. */
export async function ledgerOf(leaves: readonly Uint8Array[], groups: Ledger["groups"]): Promise<Ledger> {
  const sorted = [...leaves].sort(compareBytes);
  return { format: "tandem/ledger/1", leaves: sorted.map(toHex), root: toHex(await merkleRoot(sorted)), groups };
}

/** Whether the leaves of a published ledger give the root that it states. */
export const ledgerIsWhole = async ({ leaves, root }: Ledger): Promise<boolean> =>
  toHex(await merkleRoot(leaves.map(fromHex))) === root;

/** Root over a group's roster: sorted leaves "name \0 address" so that members can check who may speak. */
export async function rosterRoot(people: readonly { name: string; email: string }[]): Promise<Bytes> {
  const leaves = people.map((person) => utf8(`${person.name.normalize("NFC")}\0${person.email}`));
  return merkleRoot(leaves.sort(compareBytes));
}
