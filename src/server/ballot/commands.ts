import type { z } from "zod";
import type { castInput, withdrawInput } from "@/domain/ballot";
import { toHex } from "@/domain/bytes";
import { checkCastWindow } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { findPublicCycle, type PublicCycle } from "@/server/cycle/public-cycle";
import { castBallot, withdrawBallot } from "@/server/db/ballot-store";
import { credentialIsValid, verifiedCast, verifiedWithdrawal } from "./verify";

async function getBallotCycle(name: string, keyId: Uint8Array, now: Date) {
  const cycle = await findPublicCycle(name);
  if (!cycle) throw new Refusal("not-found", "There is no such ballot.");
  // The announced window; whether an admin closed earlier is decided by the database together with the insert.
  if (now >= new Date(cycle.manifest.cycle.closesAt)) throw refusals.closed();
  checkCastWindow(cycle.manifest.windows, now, cycle.manifest.clocks?.timeZone);
  const keyIdHex = toHex(keyId);
  const issuer = cycle.issuerKeys.find((candidate) => candidate.keyIdHex === keyIdHex);
  if (!issuer) throw new Refusal("invalid", "This key does not belong to this cycle.", "keyId");
  return { cycle, issuer };
}

const refusals = {
  closed: () => new Refusal("too-late", "This cycle is closed."),
  conflict: () => new Refusal("conflict", "Another version of this ballot was accepted before."),
  unknown: () => new Refusal("not-found", "There is no ballot to change. Cast it first."),
} as const;

function refuse(status: string): never {
  if (status === "closed" || status === "conflict" || status === "unknown") throw refusals[status]();
  throw new Error("unexpected answer of the ballot store");
}

const placeOf = (cycle: PublicCycle) => ({ companyId: cycle.companyId, cycleId: cycle.cycleId });

/** Verifies a sealed ballot and stores it durably; replaces it iff its version is the old one plus one; repeating is harmless. */
export async function cast(input: z.output<typeof castInput>, now: Date): Promise<{ leaf: string; version: number }> {
  const { cycle, issuer } = await getBallotCycle(input.cycle, input.keyId, now);
  const { keyId, ballotPublicKey, credential } = input;
  const [verified, mayVote] = await Promise.all([
    verifiedCast(input),
    !credential || credentialIsValid(issuer.key, keyId, ballotPublicKey, credential),
  ]);
  if (!verified) throw new Refusal("invalid", "The ballot's own signature is not valid.", "signature");
  if (!mayVote) throw new Refusal("invalid", "The credential is not valid.", "credential");
  const status = await castBallot({
    ...placeOf(cycle),
    nullifier: verified.nullifier,
    keyId: input.keyId,
    version: input.version,
    ballotPublicKey: input.ballotPublicKey,
    credential: input.credential ?? null,
    envelope: input.envelope,
    signature: input.signature,
  });
  if (status !== "accepted") refuse(status);
  return { leaf: toHex(verified.leaf), version: input.version };
}

/** Takes a ballot back; its place can be filled again with the next version until close. */
export async function withdraw(input: z.output<typeof withdrawInput>, now: Date): Promise<{ version: number }> {
  const { cycle } = await getBallotCycle(input.cycle, input.keyId, now);
  const nullifier = await verifiedWithdrawal(input);
  if (!nullifier) throw new Refusal("invalid", "The ballot's own signature is not valid.", "signature");
  const status = await withdrawBallot({
    ...placeOf(cycle),
    nullifier,
    version: input.version,
    signature: input.signature,
  });
  if (status !== "accepted") refuse(status);
  return { version: input.version };
}
