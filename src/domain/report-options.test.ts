import fc from "fast-check";
import { expect, test } from "vitest";
import { commentDelayHours, commentsWait } from "./report-options";

const now = new Date("2026-06-28T09:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

test("without a delay comments come with the report, preview and release alike", () => {
  expect(commentsWait(commentDelayHours(false), null, now)).toBeNull();
  expect(commentsWait(commentDelayHours(false), now, now)).toBeNull();
});

test("with one a preview has none, and they open 24 hours after the release to the minute", () => {
  expect(commentsWait(24, null, now)).toEqual({ hours: 24, from: null });
  expect(commentsWait(24, hours(-23), now)).toEqual({ hours: 24, from: hours(1) });
  expect(commentsWait(24, hours(-24), now)).toBeNull();
});

test("comments that opened never close again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 24, max: 10_000 }), (since) => {
      expect(commentsWait(24, hours(-since), now)).toBeNull();
    }),
  );
});
