import { type Bytes, fromBase64Url, fromHex, toBase64Url, toHex } from "@/domain/bytes";
import { castMessageFor, leafFor } from "@/domain/envelope";
import { ledgerIsWhole } from "@/domain/ledger";
import type { Manifest } from "@/domain/manifest";
import { ballotKeyOf, signedByBallotKey } from "./ballot-key";
import { candidateNullifiers } from "./protocol";
import type { Wire } from "./wire";

/** What a recovery code finds out about its ballot once the cycle is closed. */
export type BallotCheck =
  /** No stored ballot belongs to the code: another quarter's code, or the ballots are destroyed by now. */
  | { kind: "unknown" }
  | { kind: "withdrawn" }
  /** The list is not published yet. */
  | { kind: "no-list" }
  /** The list does not give the root that it states. */
  | { kind: "wrong-list" }
  /** The stored ballot is not the one that this key signed, or its receipt is not in the list: evidence of a fault. */
  | { kind: "fault"; receipt: string }
  | { kind: "counted"; receipt: string };

/**
 * Checks a ballot by its seed: the stored envelope carries this key's own signature, and its receipt, computed here, is in
 * the published list, whose root is recomputed. Trusts nothing that the server says about it.
 */
export async function checkBallot(wire: Wire, manifest: Manifest, seed: Bytes): Promise<BallotCheck> {
  const cycle = manifest.cycle.name;
  const keyIds = manifest.groups.map((group) => fromHex(group.issuerKeyId));
  const { publicKey } = await ballotKeyOf(seed);
  for (const { keyId, nullifier } of await candidateNullifiers(seed, keyIds)) {
    const stored = await wire.ballot.proof({ cycle, nullifier: toBase64Url(nullifier) });
    if (!stored) continue;
    if (stored.withdrawn) return { kind: "withdrawn" };
    const envelopeHash = fromBase64Url(stored.envelopeHash);
    const receipt = toHex(await leafFor(nullifier, stored.version, envelopeHash));
    const message = castMessageFor(keyId, nullifier, stored.version, envelopeHash);
    if (!(await signedByBallotKey(publicKey, message, fromBase64Url(stored.signature))))
      return { kind: "fault", receipt };
    const ledger = await wire.ledger(cycle);
    if (!ledger) return { kind: "no-list" };
    if (!(await ledgerIsWhole(ledger))) return { kind: "wrong-list" };
    return { kind: ledger.leaves.includes(receipt) ? "counted" : "fault", receipt };
  }
  return { kind: "unknown" };
}
