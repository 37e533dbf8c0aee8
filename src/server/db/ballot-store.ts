import { ballotPool } from "./client";

/** accepted · closed: not open now · conflict: another version is stored · unknown: no such ballot and no credential given. */
export type BallotStatus = "accepted" | "closed" | "conflict" | "unknown";

export type CycleAddress = { companyId: string; cycleId: string };

/** A ballot whose signatures and key have been verified; a revision may leave the credential out. */
export type VerifiedBallot = CycleAddress & {
  nullifier: Uint8Array;
  keyId: Uint8Array;
  version: number;
  ballotPublicKey: Uint8Array;
  credential: { messagePrefix: Uint8Array; signature: Uint8Array } | null;
  envelope: Uint8Array;
  signature: Uint8Array;
};

export type VerifiedWithdrawal = CycleAddress & { nullifier: Uint8Array; version: number; signature: Uint8Array };

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Prepared once per connection: the statement is always the same. */
async function statusOf(name: string, text: string, values: unknown[]): Promise<BallotStatus> {
  const { rows } = await ballotPool().query<{ status: BallotStatus }>({ name, text, values });
  const status = rows[0]?.status;
  if (!status) throw new Error("the database gave no answer");
  return status;
}

/** Stores, replaces or recognises a ballot in one indivisible step; the database decides whether the cycle takes it. */
export const castBallot = (ballot: VerifiedBallot): Promise<BallotStatus> =>
  statusOf("cast", "select cast_ballot($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as status", [
    ballot.companyId,
    ballot.cycleId,
    asBuffer(ballot.nullifier),
    asBuffer(ballot.keyId),
    ballot.version,
    asBuffer(ballot.ballotPublicKey),
    ballot.credential ? asBuffer(ballot.credential.messagePrefix) : null,
    ballot.credential ? asBuffer(ballot.credential.signature) : null,
    asBuffer(ballot.envelope),
    asBuffer(ballot.signature),
  ]);

/** Empties the envelope of a ballot and keeps its version; a later cast with the next version revives it. */
export const withdrawBallot = (withdrawal: VerifiedWithdrawal): Promise<BallotStatus> =>
  statusOf("withdraw", "select withdraw_ballot($1, $2, $3, $4, $5) as status", [
    withdrawal.companyId,
    withdrawal.cycleId,
    asBuffer(withdrawal.nullifier),
    withdrawal.version,
    asBuffer(withdrawal.signature),
  ]);

/** What is stored of a ballot, for its owner to check: never the envelope itself. Null if there is none under this nullifier. */
export async function ballotProof(
  { companyId, cycleId }: CycleAddress,
  nullifier: Uint8Array,
): Promise<{ version: number; withdrawn: boolean; envelopeHash: Uint8Array; signature: Uint8Array } | null> {
  const { rows } = await ballotPool().query<{
    version: number;
    withdrawn: boolean;
    envelopeHash: Uint8Array;
    signature: Uint8Array;
  }>(
    `select version, withdrawn, envelope_hash as "envelopeHash", ballot_signature as signature
     from ballot_proof($1, $2, $3)`,
    [companyId, cycleId, asBuffer(nullifier)],
  );
  return rows[0] ?? null;
}

/** At which version a ballot stands, or null if there is none under this nullifier. */
export async function ballotState(
  { companyId, cycleId }: CycleAddress,
  nullifier: Uint8Array,
): Promise<{ version: number; withdrawn: boolean } | null> {
  const { rows } = await ballotPool().query<{ version: number; withdrawn: boolean }>(
    "select version, withdrawn from ballot_state($1, $2, $3)",
    [companyId, cycleId, asBuffer(nullifier)],
  );
  return rows[0] ?? null;
}
