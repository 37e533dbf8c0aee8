import fc from "fast-check";
import { expect, test } from "vitest";
import { castsFromOf, type Windows, windowAt, windowsOf } from "./windows";

const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2036-01-01"), noInvalidDate: true });
const castsFrom = new Date("2026-03-09T07:00:00.000Z");
const two: Windows = windowsOf(castsFrom);

test("in one sitting ballots are claimed and cast at any moment", () => {
  fc.assert(fc.property(moments, (now) => windowAt({ kind: "one-sitting" }, now) === "both"));
});

test("in two windows there is no moment at which a ballot can be both claimed and cast", () => {
  fc.assert(
    fc.property(moments, moments, (start, now) => {
      expect(windowAt(windowsOf(start), now)).toBe(now.getTime() < start.getTime() ? "claims" : "casts");
    }),
  );
});

test("the second window begins with its own millisecond", () => {
  expect(windowAt(two, new Date(castsFrom.getTime() - 1))).toBe("claims");
  expect(windowAt(two, castsFrom)).toBe("casts");
});

test("windows written into a manifest are read back as they were", () => {
  expect(castsFromOf(two)).toEqual(castsFrom);
  expect(castsFromOf(windowsOf(null))).toBeNull();
});
