import { expect, test } from "vitest";
import { Refusal } from "./errors";
import { checkUnchanged } from "./overwrite";

const stored = { closesAt: new Date("2026-06-20T15:00:00Z"), releaseAt: null, names: ["team", "site"] };

test("what was seen and still stands may be written over, and so may anything when nothing was seen", () => {
  expect(() => checkUnchanged(stored, { ...stored, closesAt: new Date(stored.closesAt) })).not.toThrow();
  expect(() => checkUnchanged(stored, { names: ["team", "site"] })).not.toThrow();
  expect(() => checkUnchanged(stored, undefined)).not.toThrow();
});

test("what somebody else changed meanwhile is not written over: another moment, a value for none, another list", () => {
  const refused = (seen: Record<string, unknown>) => expect(() => checkUnchanged(stored, seen)).toThrow(Refusal);
  refused({ closesAt: new Date("2026-06-21T15:00:00Z") });
  refused({ releaseAt: new Date("2026-06-28T08:00:00Z") });
  refused({ names: ["team"] });
});
