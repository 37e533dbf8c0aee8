import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from "node:crypto";
import { promisify } from "node:util";
import { issuerKeyBits, signatureLength } from "@/domain/credential";

/** A fresh issuer key: RSA 3072, e = 65537. */
export async function makeIssuerKey(): Promise<{ pkcs8: Buffer; spki: Buffer }> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: issuerKeyBits, publicExponent: 65_537 });
  return {
    pkcs8: pair.privateKey.export({ type: "pkcs8", format: "der" }),
    spki: pair.publicKey.export({ type: "spki", format: "der" }),
  };
}

export const readIssuerKey = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" });

/** Thrown for a blinded message that cannot be signed: zero, or not below the modulus. */
export class UnsignableMessage extends Error {}

/** Whether a blinded message can be signed under the public key: 384 bytes, not zero, below the modulus. */
export function isSignable(publicKey: KeyObject, blindedMessage: Uint8Array): boolean {
  if (blindedMessage.length !== signatureLength || blindedMessage.every((byte) => byte === 0)) return false;
  try {
    publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, blindedMessage);
    return true;
  } catch {
    return false;
  }
}

/**
 * RFC 9474 BlindSign with OpenSSL's raw RSA (constant time): returns m^d mod n, 384 bytes, after checking that s^e
 * gives the message back, so that a fault in the computation can never leak the key.
 */
export function blindSign(key: KeyObject, blindedMessage: Uint8Array): Buffer {
  if (blindedMessage.length !== signatureLength || blindedMessage.every((byte) => byte === 0))
    throw new UnsignableMessage();
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blindedMessage);
  } catch {
    throw new UnsignableMessage();
  }
  const again = publicEncrypt({ key: createPublicKey(key), padding: constants.RSA_NO_PADDING }, signature);
  if (!again.equals(blindedMessage)) throw new Error("the signature does not verify");
  return signature;
}
