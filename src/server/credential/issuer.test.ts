import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ballotKeyOf } from "@/ballot/ballot-key";
import { blind, finalize } from "@/ballot/protocol";
import { type Bytes, concat, fromBase64Url, toHex } from "@/domain/bytes";
import { credentialMessage, issuerKeyId, signatureLength } from "@/domain/credential";
import { blindSign, isSignable, makeIssuerKey, readIssuerKey, UnsignableMessage } from "./issuer";

let key: KeyObject;
let publicKey: KeyObject;
let spki: Bytes;
let keyId: Bytes;
let modulus: bigint;

const numberOf = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes)}`);
const bytesOf = (value: bigint) =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(signatureLength * 2, "0"), "hex"));
function power(base: bigint, exponent: number): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) result = (result * result * (bit === "1" ? base : 1n)) % modulus;
  return result;
}
const pss = (message: Uint8Array, signature: Uint8Array) =>
  verify("sha384", message, { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature);

beforeAll(async () => {
  const made = await makeIssuerKey();
  key = readIssuerKey(made.pkcs8);
  spki = new Uint8Array(made.spki);
  publicKey = createPublicKey({ key: made.spki, type: "spki", format: "der" });
  keyId = await issuerKeyId(spki);
  modulus = numberOf(fromBase64Url(publicKey.export({ format: "jwk" }).n ?? ""));
});

test("an issuer key is RSA 3072 with e = 65537, its halves belong together, and no two are alike", async () => {
  expect(publicKey.asymmetricKeyType).toBe("rsa");
  expect(publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 3072, publicExponent: 65_537n });
  expect(new Uint8Array(createPublicKey(key).export({ type: "spki", format: "der" }))).toEqual(spki);
  expect(toHex((await makeIssuerKey()).spki)).not.toBe(toHex(spki));
});

test("in thirty runs the browser's credential verifies as RSASSA-PSS under OpenSSL, for its ballot key only", async () => {
  const seen = new Set<string>();
  for (let run = 0; run < 30; run += 1) {
    const { state, blindedMessage } = await blind(spki, keyId);
    const credential = await finalize(state, new Uint8Array(blindSign(key, blindedMessage)));
    const { publicKey: ballotKey } = await ballotKeyOf(state.seed);
    const message = concat(credential.messagePrefix, credentialMessage(keyId, ballotKey));
    expect(pss(message, credential.signature), `run ${run}`).toBe(true);
    const another = concat(credential.messagePrefix, credentialMessage(keyId, new Uint8Array(32).fill(run)));
    expect(pss(another, credential.signature), `run ${run}`).toBe(false);
    // The server saw nothing of what is cast later.
    for (const part of [credential.signature, credential.messagePrefix, ballotKey]) {
      expect(Buffer.from(blindedMessage).includes(Buffer.from(part.subarray(0, 8)))).toBe(false);
      seen.add(toHex(part));
    }
  }
  expect(seen.size).toBe(90);
}, 60_000);

test("a blind signature is the message's root: 384 bytes whose e-th power is the message, the same each time", async () => {
  const { blindedMessage } = await blind(spki, keyId);
  const signature = blindSign(key, blindedMessage);
  expect(signature.length).toBe(384);
  expect(power(numberOf(signature), 65_537)).toBe(numberOf(blindedMessage));
  expect(blindSign(key, blindedMessage).equals(signature)).toBe(true);
});

test("a message with leading zeros is signed to the full length", () => {
  // The e-th power of a small number has a root with many leading zeros.
  const signature = blindSign(key, bytesOf(power(3n, 65_537)));
  expect([signature.length, numberOf(signature)]).toEqual([384, 3n]);
  expect(power(numberOf(blindSign(key, bytesOf(2n))), 65_537)).toBe(2n);
});

test("the message zero is refused", () => {
  expect(() => blindSign(key, new Uint8Array(signatureLength))).toThrow(UnsignableMessage);
});

test.each([0, 1, 32, 383, 385, 768])("a message of %d bytes is refused", (length) => {
  expect(() => blindSign(key, new Uint8Array(length).fill(1))).toThrow(UnsignableMessage);
});

test("a message that is not below the modulus is refused, the largest below it is signed", () => {
  for (const value of [modulus, modulus + 1n, 2n ** 3072n - 1n]) {
    expect(() => blindSign(key, bytesOf(value))).toThrow(UnsignableMessage);
  }
  // (−1)^d = −1 for odd d.
  expect(numberOf(blindSign(key, bytesOf(modulus - 1n)))).toBe(modulus - 1n);
});

test("a refusal says nothing about the message", () => {
  try {
    blindSign(key, bytesOf(modulus));
  } catch (error) {
    expect(error).toBeInstanceOf(UnsignableMessage);
    expect([(error as Error).message, (error as Error).cause]).toEqual(["", undefined]);
  }
  expect.assertions(2);
});

test("what can be signed is known from the public key alone, and is just what is signed", () => {
  for (const value of [1n, 2n, modulus - 1n]) expect(isSignable(publicKey, bytesOf(value))).toBe(true);
  for (const value of [0n, modulus, modulus + 1n, 2n ** 3072n - 1n])
    expect(isSignable(publicKey, bytesOf(value))).toBe(false);
  for (const length of [0, 383, 385]) expect(isSignable(publicKey, new Uint8Array(length).fill(1))).toBe(false);
});
