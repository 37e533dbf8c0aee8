import type { BallotAnswers } from "./answers";
import { type Bytes, concat, sha256, uint32, utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";

// Imports no zod, so that the voting page stays small; ballot.ts checks what comes in with zod on top of this.

/** Plaintext length after padding: every sealed ballot has the same size. */
export const paddedLength = 16_384;
/** HPKE DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180): encapsulated key 65, tag 16. */
export const encapsulatedKeyLength = 65;
export const envelopeLength = encapsulatedKeyLength + paddedLength + 16;
export const hpkeInfo = utf8("tandem/v1 ballot");

/** Thrown when a plaintext is not a well-formed padded ballot. */
export class MalformedBallot extends Error {}

/** SHA-256(ballotPublicKey || keyId): names a ballot without naming a person. 32 bytes. */
export const nullifierOf = (ballotPublicKey: Uint8Array, keyId: Uint8Array): Promise<Bytes> =>
  sha256(concat(ballotPublicKey, keyId));

/** HPKE associated data: keyId || nullifier || version (4 bytes, big endian). Binds an envelope to its ballot, so it cannot be copied. */
export const associatedData = (keyId: Uint8Array, nullifier: Uint8Array, version: number): Bytes =>
  concat(keyId, nullifier, uint32(version));

/** What the ballot key signs when casting, from the envelope's SHA-256: keyId || nullifier || version || hash. */
export const castMessageFor = (
  keyId: Uint8Array,
  nullifier: Uint8Array,
  version: number,
  envelopeHash: Uint8Array,
): Bytes => concat(keyId, nullifier, uint32(version), envelopeHash);

/** What the ballot key signs when casting an envelope. */
export const castMessage = async (
  keyId: Uint8Array,
  nullifier: Uint8Array,
  version: number,
  envelope: Uint8Array,
): Promise<Bytes> => castMessageFor(keyId, nullifier, version, await sha256(envelope));

/** What the ballot key signs when withdrawing: "withdraw" || keyId || nullifier || version. */
export const withdrawMessage = (keyId: Uint8Array, nullifier: Uint8Array, version: number): Bytes =>
  concat(utf8("withdraw"), keyId, nullifier, uint32(version));

/** The public fingerprint of a cast ballot, from the envelope's SHA-256: SHA-256(nullifier || version || hash). 32 bytes. */
export const leafFor = (nullifier: Uint8Array, version: number, envelopeHash: Uint8Array): Promise<Bytes> =>
  sha256(concat(nullifier, uint32(version), envelopeHash));

/** The public fingerprint of a cast ballot. */
export const leafOf = async (nullifier: Uint8Array, version: number, envelope: Uint8Array): Promise<Bytes> =>
  leafFor(nullifier, version, await sha256(envelope));

/** Canonical JSON, a four-byte length in front, zeros behind, always 16 KiB. Throws MalformedBallot if the answers do not fit. */
export function padChecked(answers: BallotAnswers): Bytes {
  const json = utf8(canonicalJson(answers));
  if (json.length + 4 > paddedLength) throw new MalformedBallot("The answers do not fit into one ballot.");
  const padded = new Uint8Array(paddedLength);
  padded.set(uint32(json.length));
  padded.set(json, 4);
  return padded;
}
