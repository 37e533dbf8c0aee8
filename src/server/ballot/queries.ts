import { toBase64Url } from "@/domain/bytes";
import { Refusal } from "@/domain/errors";
import { findPublicCycle, getPhase, type PublicCycle } from "@/server/cycle/public-cycle";
import { ballotProof, ballotState } from "@/server/db/ballot-store";

async function getOpened(name: string): Promise<PublicCycle> {
  const cycle = await findPublicCycle(name);
  if (!cycle) throw new Refusal("not-found", "There is no such ballot.");
  return cycle;
}

/** The manifest as everybody is served it, without any credential; `at` is this clock, because a device's may be wrong. */
export async function getPublicManifest(name: string, now: Date) {
  const cycle = await getOpened(name);
  const { phase } = await getPhase(cycle);
  return {
    manifest: cycle.manifestText,
    hash: cycle.manifestHash,
    phase,
    ledgerPublished: phase !== "open",
    at: now.toISOString(),
  };
}

/** At which version a ballot stands, for its owner who alone knows its nullifier before close; null if there is none. */
export async function findBallotState(name: string, nullifier: Uint8Array) {
  const cycle = await getOpened(name);
  return ballotState(cycle, nullifier);
}

/** What its owner checks a ballot by, with the seed behind the recovery code; null before the first cast and after destruction. */
export async function findBallotProof(name: string, nullifier: Uint8Array) {
  const found = await ballotProof(await getOpened(name), nullifier);
  return (
    found && {
      version: found.version,
      withdrawn: found.withdrawn,
      envelopeHash: toBase64Url(found.envelopeHash),
      signature: toBase64Url(found.signature),
    }
  );
}
