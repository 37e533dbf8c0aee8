import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { promisify } from "node:util";
import { withdrawMessage } from "@/domain/ballot";
import { type Bytes, concat } from "@/domain/bytes";
import { credentialMessage } from "@/domain/credential";
import { ballotName, castFingerprints } from "./fingerprints";

/** Signatures are checked in Node's thread pool: the process answers others meanwhile. */
const verifyAside = promisify(verify);

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
): Promise<boolean> =>
  verifyAside(
    "sha384",
    concat(credential.messagePrefix, credentialMessage(keyId, ballotPublicKey)),
    { key: issuerKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
    credential.signature,
  );

/** False also for what is no Ed25519 key. */
async function signatureIsValid(message: Bytes, publicKey: Bytes, signature: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    return false;
  }
}

export type CastParts = {
  keyId: Uint8Array;
  ballotPublicKey: Bytes;
  version: number;
  envelope: Uint8Array;
  signature: Bytes;
};

/** The ballot's nullifier and leaf if the ballot key signed exactly this envelope and version; null otherwise. */
export async function verifiedCast(parts: CastParts): Promise<{ nullifier: Bytes; leaf: Bytes } | null> {
  const { nullifier, message, leaf } = castFingerprints(parts);
  return (await signatureIsValid(message, parts.ballotPublicKey, parts.signature)) ? { nullifier, leaf } : null;
}

/** The ballot's nullifier if the ballot key signed exactly this envelope and version; null otherwise. */
export const verifiedNullifier = async (parts: CastParts): Promise<Bytes | null> =>
  (await verifiedCast(parts))?.nullifier ?? null;

/** The same for a withdrawal. */
export async function verifiedWithdrawal(parts: Omit<CastParts, "envelope">): Promise<Bytes | null> {
  const nullifier = ballotName(parts.ballotPublicKey, parts.keyId);
  const message = withdrawMessage(parts.keyId, nullifier, parts.version);
  return (await signatureIsValid(message, parts.ballotPublicKey, parts.signature)) ? nullifier : null;
}
