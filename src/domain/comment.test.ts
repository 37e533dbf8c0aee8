import { expect, test } from "vitest";
import { flagReasons, readableText } from "./comment";
import { flagReasonSchema, flagStateSchema } from "./comment-schema";

test.each(flagReasons)("a comment removed as %s loses its text for every reader and says why", (reason) => {
  expect(readableText("Bob is slow.", { reason, state: "removed" })).toMatch(/^Removed: /);
});

test("a comment that waits or was kept reads as it was written", () => {
  for (const state of flagStateSchema.options.filter((candidate) => candidate !== "removed"))
    expect(readableText("Bob is slow.", { reason: "insult", state })).toBe("Bob is slow.");
  expect(readableText("Bob is slow.", null)).toBe("Bob is slow.");
});

test("displeasure is no reason", () => {
  expect(flagReasonSchema.safeParse("unfair").success).toBe(false);
});
