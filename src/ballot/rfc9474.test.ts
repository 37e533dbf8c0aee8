import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { afterEach, expect, test, vi } from "vitest";
import { type Bytes, concat, fromHex, toBase64Url } from "@/domain/bytes";
import vector from "./rfc9474-vector.json";

const bytes = (hex: string | string[]): Bytes => fromHex(Array.isArray(hex) ? hex.join("") : hex);
const suite = RSABSSA.SHA384.PSS.Randomized();
const preparedMessage = concat(bytes(vector.messagePrefix), bytes(vector.message));

const issuerKey = () =>
  crypto.subtle.importKey(
    "jwk",
    { kty: "RSA", n: toBase64Url(bytes(vector.modulus)), e: "AQAB" },
    { name: "RSA-PSS", hash: "SHA-384" },
    true,
    ["verify"],
  );

afterEach(() => vi.restoreAllMocks());

test("the suite is the one that anonymity.md names", () => {
  expect(suite.toString()).toBe("RSABSSA-SHA384-PSS-Randomized");
});

test("preparing and blinding with the vector's randomness gives the vector's blinded message", async () => {
  const randomness = [vector.messagePrefix, vector.salt, vector.blindingFactor].map(bytes);
  vi.spyOn(crypto, "getRandomValues").mockImplementation((target) => {
    (target as unknown as Uint8Array).set(randomness.shift() ?? []);
    return target;
  });
  const prepared = suite.prepare(bytes(vector.message));
  expect(prepared).toEqual(preparedMessage);
  const { blindedMsg, inv } = await suite.blind(await issuerKey(), prepared);
  expect(blindedMsg).toEqual(bytes(vector.blindedMessage));
  expect(inv).toEqual(bytes(vector.inverse));
  expect(randomness).toEqual([]);
});

test("finalizing the vector's blind signature gives the vector's signature, and it verifies", async () => {
  const key = await issuerKey();
  const signature = await suite.finalize(key, preparedMessage, bytes(vector.blindSignature), bytes(vector.inverse));
  expect(signature).toEqual(bytes(vector.signature));
  expect(await suite.verify(key, signature, preparedMessage)).toBe(true);
});
