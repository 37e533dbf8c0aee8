import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { toHex, utf8 } from "./bytes";
import { credentialMessage, issuerKeyBits, issuerKeyId, messagePrefixLength, signatureLength } from "./credential";

test("the lengths are those of RSA 3072 and of RFC 9474's randomized message", () => {
  expect([issuerKeyBits, signatureLength, messagePrefixLength]).toEqual([3072, 384, 32]);
});

test("a key's name is SHA-256 of its SubjectPublicKeyInfo", async () => {
  const spki = utf8("any key");
  expect(toHex(await issuerKeyId(spki))).toBe(createHash("sha256").update(spki).digest("hex"));
});

test('the signed message is "tandem/v1", the key\'s name and the ballot key, in this order, 73 bytes', () => {
  const message = credentialMessage(new Uint8Array(32).fill(0xaa), new Uint8Array(32).fill(0xbb));
  expect(message.length).toBe(73);
  expect(toHex(message)).toBe(`${Buffer.from("tandem/v1").toString("hex")}${"aa".repeat(32)}${"bb".repeat(32)}`);
});
