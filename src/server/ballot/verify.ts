import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { withdrawMessage } from "@/domain/ballot";
import { type Bytes, concat } from "@/domain/bytes";
import { credentialMessage } from "@/domain/credential";
import { ballotName, castFingerprints } from "./fingerprints";

/** Salt of RSABSSA-SHA384-PSS: 48 bytes (RFC 9474 section 5). */
const saltLength = 48;

export const readPublicIssuerKey = (spki: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), type: "spki", format: "der" });

/** Whether a finalized credential is the issuer's signature over this ballot key. */
export const credentialIsValid = (
  issuerKey: KeyObject,
  keyId: Uint8Array,
  ballotPublicKey: Uint8Array,
  credential: { messagePrefix: Uint8Array; signature: Uint8Array },
): boolean =>
  verify(
    "sha384",
    concat(credential.messagePrefix, credentialMessage(keyId, ballotPublicKey)),
    { key: issuerKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
    credential.signature,
  );

/** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410 section 4). */
const ed25519Prefix = Buffer.from("302a300506032b6570032100", "hex");

const ed25519Key = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([ed25519Prefix, publicKey]), format: "der", type: "spki" });

function signatureIsValid(message: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, message, ed25519Key(publicKey), signature);
  } catch {
    return false;
  }
}

export type CastParts = {
  keyId: Uint8Array;
  ballotPublicKey: Uint8Array;
  version: number;
  envelope: Uint8Array;
  signature: Uint8Array;
};

/** The ballot's nullifier and leaf if the ballot key signed exactly this envelope and version; null otherwise. */
export function verifiedCast(parts: CastParts): { nullifier: Bytes; leaf: Bytes } | null {
  const { nullifier, message, leaf } = castFingerprints(parts);
  return signatureIsValid(message, parts.ballotPublicKey, parts.signature) ? { nullifier, leaf } : null;
}

/** The ballot's nullifier if the ballot key signed exactly this envelope and version; null otherwise. */
export const verifiedNullifier = (parts: CastParts): Bytes | null => verifiedCast(parts)?.nullifier ?? null;

/** The same for a withdrawal. */
export function verifiedWithdrawal(parts: Omit<CastParts, "envelope">): Bytes | null {
  const nullifier = ballotName(parts.ballotPublicKey, parts.keyId);
  const message = withdrawMessage(parts.keyId, nullifier, parts.version);
  return signatureIsValid(message, parts.ballotPublicKey, parts.signature) ? nullifier : null;
}
