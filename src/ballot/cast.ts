import type { BallotAnswers } from "@/domain/answers";
import { type Bytes, fromHex, toBase64Url, toHex } from "@/domain/bytes";
import type { Manifest } from "@/domain/manifest";
import { ballotKeyOf } from "./ballot-key";
import type { CastBallot, DeviceRecord } from "./device-record";
import { candidateNullifiers, castInputOf, revise, seal, withdraw } from "./protocol";
import type { Wire } from "./wire";

/** The server answered with another fingerprint than the one computed here: the ballot is not known to be counted. */
export class WrongReceipt extends Error {}

/**
 * Seals answers into a record and takes the answers, the draft, the invitation and the blinding state out of it: from here
 * on this device holds the sealed ballot and its seed only.
 */
export async function sealInto(
  record: DeviceRecord,
  answers: BallotAnswers,
  manifest: Manifest,
): Promise<DeviceRecord> {
  const { cycle, manifestHash, group, blinding, credential, cast } = record;
  const { slices } = answers;
  const base = { cycle, manifestHash, ...(group && { group }), ...(slices && { slices }) };
  if (cast) {
    const ballot = await revise(answers, manifest, cast);
    const next = { ...cast, version: ballot.version, leaf: toHex(ballot.leaf), withdrawn: false };
    return { ...base, cast, pending: { request: castInputOf(cycle, ballot), cast: next } };
  }
  if (!blinding || !credential) throw new Error("There is no credential to cast with.");
  const { seed, keyId } = blinding.state;
  const ballot = await seal(answers, manifest, keyId, await ballotKeyOf(seed), 1);
  const first = { seed, keyId, version: 1, leaf: toHex(ballot.leaf), withdrawn: false };
  return { ...base, pending: { request: castInputOf(cycle, ballot, credential), cast: first } };
}

/** Sends the sealed ballot that is waiting. Safe to repeat: an identical ballot counts once. */
export async function send(wire: Wire, record: DeviceRecord): Promise<DeviceRecord> {
  const { pending, ...rest } = record;
  if (!pending) return record;
  const accepted = await wire.ballot.cast(pending.request);
  if (accepted.leaf !== pending.cast.leaf || accepted.version !== pending.cast.version) {
    throw new WrongReceipt("The receipt does not match the sealed ballot.");
  }
  return { ...rest, cast: pending.cast };
}

/** Takes the cast ballot back. */
export async function takeBack(wire: Wire, record: DeviceRecord): Promise<DeviceRecord> {
  if (!record.cast) return record;
  const { version } = await wire.ballot.withdraw(await withdraw(record.cycle, record.cast));
  return { ...record, cast: { ...record.cast, version, leaf: null, withdrawn: true } };
}

/** Where the ballot stands now; another device may have revised it. Null if the server knows none. */
export async function refreshed(wire: Wire, cycle: string, cast: CastBallot): Promise<CastBallot | null> {
  const [candidate] = await candidateNullifiers(cast.seed, [cast.keyId]);
  if (!candidate) return null;
  const state = await wire.ballot.state({ cycle, nullifier: toBase64Url(candidate.nullifier) });
  if (!state) return null;
  return state.version === cast.version && state.withdrawn === cast.withdrawn
    ? cast
    : { ...cast, leaf: null, version: state.version, withdrawn: state.withdrawn };
}

/** Finds the ballot that a recovery code belongs to, asking for it under each group's key. Null if there is none. */
export async function recover(
  wire: Wire,
  manifest: Manifest,
  manifestHash: string,
  seed: Bytes,
): Promise<DeviceRecord | null> {
  const cycle = manifest.cycle.name;
  const candidates = await candidateNullifiers(
    seed,
    manifest.groups.map((group) => fromHex(group.issuerKeyId)),
  );
  for (const [index, { keyId, nullifier }] of candidates.entries()) {
    const state = await wire.ballot.state({ cycle, nullifier: toBase64Url(nullifier) });
    const group = manifest.groups[index]?.group;
    if (state && group) return { cycle, manifestHash, group, cast: { seed, keyId, ...state, leaf: null } };
  }
  return null;
}
