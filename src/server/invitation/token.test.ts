import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { toHex } from "@/domain/bytes";
import { invitationHash, invitationToken } from "./token";

const key = randomBytes(32);
const entry = randomUUID();

test("a person's link is the same in every mail of a cycle", () => {
  expect(invitationToken(new Uint8Array(key), entry)).toBe(invitationToken(key, entry));
});

test("a token is 32 bytes in base64url, so that it fits into a link as it is", () => {
  const token = invitationToken(key, entry);
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(Buffer.from(token, "base64url").length).toBe(32);
});

test("no two people and no two cycles have the same token", () => {
  const entries = Array.from({ length: 200 }, () => randomUUID());
  const keys = [key, randomBytes(32), randomBytes(32)];
  const tokens = keys.flatMap((each) => entries.map((id) => invitationToken(each, id)));
  expect(new Set(tokens).size).toBe(600);
});

test("one bit of the key, or one letter of the entry, changes the whole token", () => {
  const other = Buffer.from(key);
  other[31] = (other[31] ?? 0) ^ 1;
  const token = invitationToken(key, entry);
  for (const near of [invitationToken(other, entry), invitationToken(key, `${entry.slice(0, -1)}x`)]) {
    expect(near.slice(0, 8)).not.toBe(token.slice(0, 8));
  }
});

test("a token is an HMAC under a name of its own, and cannot be made from the entry without the key", () => {
  const expected = createHmac("sha256", key).update(`tandem/invitation/1|${entry}`).digest("base64url");
  expect(invitationToken(key, entry)).toBe(expected);
  expect(invitationToken(key, entry)).not.toBe(createHash("sha256").update(entry).digest("base64url"));
});

test("the database holds SHA-256 of the token, 32 bytes, and not the token", () => {
  const token = invitationToken(key, entry);
  const hash = invitationHash(token);
  expect(hash.length).toBe(32);
  expect(toHex(hash)).toBe(createHash("sha256").update(token, "utf8").digest("hex"));
  expect(toHex(hash)).not.toBe(Buffer.from(token, "base64url").toString("hex"));
  expect(toHex(invitationHash(`${token.slice(0, -1)}_`))).not.toBe(toHex(hash));
});
