import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createWebhookInput,
  failsTooLong,
  judgeStatus,
  nextAttemptSeconds,
  retryAfterSeconds,
  retryDelays,
  shownAddress,
  wrongHost,
} from "./webhook";

const now = new Date("2031-02-03T10:00:00Z");

test("ten attempts follow a failed one, further and further apart, within about a day", () => {
  const waits = retryDelays.map((_, index) => nextAttemptSeconds(index + 1, null));
  expect(waits).toEqual([...retryDelays]);
  expect(waits.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(waits);
  expect(nextAttemptSeconds(retryDelays.length + 1, null)).toBeNull();
  const hours = retryDelays.reduce<number>((sum, each) => sum + each, 0) / 3600;
  expect(hours).toBeGreaterThan(22);
  expect(hours).toBeLessThan(26);
});

test("a receiver may ask for a later attempt, at most eight hours, and never for an earlier one", () => {
  expect(nextAttemptSeconds(1, 90)).toBe(90);
  expect(nextAttemptSeconds(4, 90)).toBe(900);
  expect(nextAttemptSeconds(1, 1_000_000)).toBe(28_800);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: retryDelays.length }), fc.nat(), (failed, asked) => {
      const wait = nextAttemptSeconds(failed, asked) ?? 0;
      expect(wait).toBeGreaterThanOrEqual(retryDelays[failed - 1] ?? 0);
      expect(wait).toBeLessThanOrEqual(28_800);
    }),
  );
});

test("Retry-After is read as seconds or as a date", () => {
  expect(retryAfterSeconds("120", now)).toBe(120);
  expect(retryAfterSeconds("Mon, 03 Feb 2031 10:01:30 GMT", now)).toBe(90);
  expect(retryAfterSeconds("Mon, 03 Feb 2031 09:00:00 GMT", now)).toBe(0);
  expect([retryAfterSeconds("soon", now), retryAfterSeconds(null, now)]).toEqual([null, null]);
});

test("only what a chat says for good, and 410 of anybody, ends an address", () => {
  expect(judgeStatus("webhook", 204)).toEqual({ outcome: "delivered" });
  expect(judgeStatus("teams", 202)).toEqual({ outcome: "delivered" });
  expect(judgeStatus("slack", 404).outcome).toBe("gone");
  expect(judgeStatus("webhook", 404).outcome).toBe("retry");
  expect(judgeStatus("webhook", 410).outcome).toBe("gone");
  for (const status of [302, 400, 401, 403, 429, 500, 503]) expect(judgeStatus("slack", status).outcome).toBe("retry");
  expect(judgeStatus("webhook", 302)).toMatchObject({ reason: "The receiver redirects, which is not followed." });
});

test("an address has failed for too long after three days", () => {
  expect(failsTooLong(new Date("2031-01-31T10:00:00Z"), now)).toBe(true);
  expect(failsTooLong(new Date("2031-01-31T10:00:01Z"), now)).toBe(false);
});

test.each([
  ["slack", "https://hooks.slack.com/services/T0/B0/x", true],
  ["slack", "https://hooks.slack-gov.com/services/T0/B0/x", true],
  ["slack", "https://hooks.slack.com.example.org/services/x", false],
  ["slack", "https://slack.com/services/x", false],
  ["teams", "https://prod-12.westeurope.logic.azure.com:443/workflows/a/triggers/manual/paths/invoke?sig=x", true],
  ["teams", "https://a.b.environment.api.powerplatform.com/powerautomate/x?sig=x", true],
  ["teams", "https://logic.azure.com.example.org/x", false],
  ["teams", "https://evillogic.azure.com/x", false],
  ["webhook", "https://hooks.example.org/x", true],
] as const)("an address for %s at %s is taken: %s", (kind, text, taken) => {
  expect(wrongHost(kind, new URL(text)) === null).toBe(taken);
});

test("a chat's address is shown without its path, and no address with its query", () => {
  expect(shownAddress("slack", new URL("https://hooks.slack.com/services/T0/B0/secret"))).toBe(
    "https://hooks.slack.com/…",
  );
  expect(shownAddress("webhook", new URL("https://hooks.example.org/in?token=x"))).toBe("https://hooks.example.org/in");
});

test("bad input is told at its field", () => {
  const result = createWebhookInput.safeParse({ kind: "webhook", name: " ", address: " ", events: [] });
  expect(result.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["name", "Give it a name."],
    ["address", "Paste the address."],
    ["events", "Choose at least one event."],
  ]);
});
