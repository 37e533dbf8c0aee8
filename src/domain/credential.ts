import { type Bytes, concat, sha256, utf8 } from "./bytes";

export const issuerKeyBits = 3072;
/** Length in bytes of a blinded message, a blind signature and a finalized signature. */
export const signatureLength = issuerKeyBits / 8;
export const messagePrefixLength = 32;

/** Names a public issuer key: SHA-256 of its SubjectPublicKeyInfo. 32 bytes. */
export const issuerKeyId = (spki: Uint8Array): Promise<Bytes> => sha256(spki);

/** The message that is blind-signed: "tandem/v1" || keyId (32) || ballotPublicKey (32). */
export const credentialMessage = (keyId: Uint8Array, ballotPublicKey: Uint8Array): Bytes =>
  concat(utf8("tandem/v1"), keyId, ballotPublicKey);
