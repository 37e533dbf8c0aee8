import { expect, test } from "vitest";
import { createShareInput, shareState, shareTokenSchema } from "./share";

const now = new Date("2026-07-01T09:00:00Z");
const later = new Date("2026-07-02T09:00:00Z");

test("a link lives 1, 7 or 30 days and says whom it is for", () => {
  const accepted = [0, 1, 2, 7, 30, 31].filter(
    (days) => createShareInput.safeParse({ label: "Board pack, July", days }).success,
  );
  expect(accepted).toEqual([1, 7, 30]);
  expect(createShareInput.safeParse({ label: " ", days: 7 }).success).toBe(false);
});

test("a link opens until its moment, and never once it is revoked", () => {
  expect(shareState({ expiresAt: later, revokedAt: null }, now)).toBe("open");
  expect(shareState({ expiresAt: now, revokedAt: null }, now)).toBe("expired");
  expect(shareState({ expiresAt: later, revokedAt: now }, now)).toBe("revoked");
});

test("a token is 32 bytes in base64url", () => {
  expect(shareTokenSchema.safeParse("A".repeat(43)).success).toBe(true);
  for (const text of ["A".repeat(42), "A".repeat(44), `${"A".repeat(42)}=`, `${"A".repeat(42)}/`]) {
    expect(shareTokenSchema.safeParse(text).success).toBe(false);
  }
});
