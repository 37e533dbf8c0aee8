import { expect, test } from "vitest";
import { checkCallOff, checkNotLeaving, deletionDueAt } from "./company-deletion";

const now = new Date("2031-02-01T10:00:00Z");
const norrvik = { name: "Norrvik AB", deletionDueAt: null };

test("it is due seven days after its own name was typed", () => {
  expect(deletionDueAt(norrvik, "norrvik ab", now)).toEqual(new Date("2031-02-08T10:00:00Z"));
  expect(() => deletionDueAt(norrvik, "Norrvik", now)).toThrow(/Type the company's name: Norrvik AB/);
  expect(() => deletionDueAt({ ...norrvik, deletionDueAt: now }, "Norrvik AB", now)).toThrow(/already/);
});

test("it can be called off until then and not after", () => {
  checkCallOff(new Date(now.getTime() + 1), now);
  expect(() => checkCallOff(now, now)).toThrow(/seven days are over/);
  expect(() => checkCallOff(null, now)).toThrow(/Nobody asked/);
});

test("a company that leaves opens no cycle", () => {
  checkNotLeaving(null);
  expect(() => checkNotLeaving(now)).toThrow(/about to be deleted/);
});
