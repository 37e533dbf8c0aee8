import type { KeyObject } from "node:crypto";
import type { BallotAnswers } from "@/domain/answers";
import { leafOf, unpadAnswers } from "@/domain/ballot";
import { type Bytes, fromBase64Url, toHex } from "@/domain/bytes";
import type { Manifest } from "@/domain/manifest";
import type { RaterGroup } from "@/domain/rater-group";
import { credentialIsValid, readPublicIssuerKey, verifiedNullifier } from "@/server/ballot/verify";
import { withTally } from "@/server/db/with-tally";
import type { CycleJob } from "@/server/jobs/enqueue";
import type { SealedBallot } from "./tally-key";

const batchSize = 400;

/** One verified ballot of a closed cycle. `answers` is null where an envelope holds no ballot that can be read. */
export type OpenedBallot = { group: RaterGroup; leaf: Bytes; answers: BallotAnswers | null };

type StoredBallot = SealedBallot & {
  ballotPublicKey: Bytes;
  messagePrefix: Uint8Array;
  credentialSignature: Uint8Array;
  ballotSignature: Bytes;
};

const nextBatch = ({ companyId, cycleId }: CycleJob, after: Bytes): Promise<StoredBallot[]> =>
  withTally(
    companyId,
    (tx) => tx.$queryRaw<StoredBallot[]>`
      select nullifier, version, envelope, key_id as "keyId", ballot_public_key as "ballotPublicKey",
        message_prefix as "messagePrefix", credential_signature as "credentialSignature",
        ballot_signature as "ballotSignature"
      from ballot
      where company_id = ${companyId}::uuid and cycle_id = ${cycleId}::uuid and not withdrawn and nullifier > ${after}
      order by nullifier limit ${batchSize}`,
  );

/** Opens a closed cycle's ballots in batches, so that memory stays the same however many there are. */
export async function* openedBallots(
  place: CycleJob,
  manifest: Manifest,
  open: (ballot: SealedBallot) => Promise<Bytes>,
): AsyncGenerator<OpenedBallot[]> {
  const issuers = new Map(
    manifest.groups.map((group) => [
      group.issuerKeyId,
      { group: group.group, key: readPublicIssuerKey(fromBase64Url(group.issuerKey)) },
    ]),
  );
  let after: Bytes = new Uint8Array(0);
  for (;;) {
    const batch = await nextBatch(place, after);
    const last = batch.at(-1);
    if (!last) return;
    const opened = await Promise.all(batch.map((ballot) => openOne(ballot, issuers.get(toHex(ballot.keyId)), open)));
    yield opened.filter((ballot) => ballot !== null);
    after = new Uint8Array(last.nullifier);
  }
}

/** Null for a row that could not have been cast: its signature, credential or key is not of this cycle. */
async function openOne(
  ballot: StoredBallot,
  issuer: { group: RaterGroup; key: KeyObject } | undefined,
  open: (ballot: SealedBallot) => Promise<Bytes>,
): Promise<OpenedBallot | null> {
  if (!issuer) return null;
  const nullifier = await verifiedNullifier({ ...ballot, signature: ballot.ballotSignature });
  if (!nullifier) return null;
  const credential = { messagePrefix: ballot.messagePrefix, signature: ballot.credentialSignature };
  if (!(await credentialIsValid(issuer.key, ballot.keyId, ballot.ballotPublicKey, credential))) return null;
  const leaf = await leafOf(nullifier, ballot.version, ballot.envelope);
  try {
    return { group: issuer.group, leaf, answers: unpadAnswers(await open({ ...ballot, nullifier })) };
  } catch {
    return { group: issuer.group, leaf, answers: null };
  }
}
