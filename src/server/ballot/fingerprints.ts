import { createHash } from "node:crypto";
import { type Bytes, concat, uint32 } from "@/domain/bytes";

/**
 * The law's fingerprints (domain/envelope.ts) without a trip to the thread pool for each hash, and with the envelope hashed
 * once instead of twice. fingerprints.test.ts holds them against the law.
 */
const sha256 = (...parts: Uint8Array[]): Bytes => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

export type CastFingerprints = { nullifier: Bytes; message: Bytes; leaf: Bytes };

type Cast = { keyId: Uint8Array; ballotPublicKey: Uint8Array; version: number; envelope: Uint8Array };

export const ballotName = (ballotPublicKey: Uint8Array, keyId: Uint8Array): Bytes => sha256(ballotPublicKey, keyId);

/** Name, signed message and receipt of one cast. */
export function castFingerprints({ keyId, ballotPublicKey, version, envelope }: Cast): CastFingerprints {
  const nullifier = ballotName(ballotPublicKey, keyId);
  const number = uint32(version);
  const envelopeHash = sha256(envelope);
  return {
    nullifier,
    message: concat(keyId, nullifier, number, envelopeHash),
    leaf: sha256(nullifier, number, envelopeHash),
  };
}
