import { expect, test } from "vitest";
import { checkErasure, type ErasureFacts, eraseMemberInput, formerMember } from "./erasure";
import { emailSchema } from "./member";

const free: ErasureFacts = { name: "Ada", isYou: false, isContact: false, lastAdmin: false, seats: 0, running: [] };
const id = "3f2a91c0-0000-4000-8000-000000000000";

test("somebody who left, sits nowhere and is in no running cycle is erased", () => {
  expect(() => checkErasure(free)).not.toThrow();
});

test.each<[string, Partial<ErasureFacts>, RegExp]>([
  ["the asking person", { isYou: true }, /Ask another admin/],
  ["the company's contact", { isContact: true }, /Name another contact first/],
  ["the last admin", { lastAdmin: true }, /at least one admin/],
  ["a leader in a seat", { seats: 1 }, /Vacate the seat first/],
  ["anybody a running cycle knows", { running: ["Q1 2031 is open"] }, /Q1 2031 is open: Ada is on record there/],
])("%s is not erased, and it is said what to do", (_, facts, words) => {
  expect(() => checkErasure({ ...free, ...facts })).toThrow(words);
});

test("a former member has the same pseudonym every time, another address than anybody, and no name", () => {
  expect(formerMember(id)).toEqual(formerMember(id));
  const { name, email, pseudonym } = formerMember(id);
  expect([name, pseudonym]).toEqual(["Former member", "Former member 3f2a91c0"]);
  expect(email).toBe(`former-${id}@erased.invalid`);
  expect(emailSchema.parse(email)).toBe(email);
});

test("the address is taken as it was stored, whatever its case", () => {
  expect(eraseMemberInput.parse({ email: " Ada@Norrvik.example " })).toEqual({ email: "ada@norrvik.example" });
});
