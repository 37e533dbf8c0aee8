import fc from "fast-check";
import { expect, test } from "vitest";
import { type Action, access, may, type Role } from "./access";
import { apiKeyMaxDays, apiKeyState, apiScopeNames, apiScopes, createApiKeyInput, mayHold, scopesFor } from "./api-key";
import { apiKeyToken, parseApiKeyToken } from "./api-key-token";

const roles: Role[] = ["member", "admin", "board", "cto", "vpe"];
const someRoles = fc.uniqueArray(fc.constantFrom(...roles)).map((some): Role[] => ["member", ...some]);

test("no scope lets a program ask for what its maker may not", () => {
  fc.assert(
    fc.property(someRoles, fc.constantFrom(...apiScopeNames), (held, scope) => {
      if (!mayHold(held, scope) || scope === "report:read") return;
      expect(apiScopes[scope].allows.filter((action) => !may(held, action))).toEqual([]);
    }),
  );
});

test("a plain member can make no key, an admin none that reads reports, the board and leaders none but that", () => {
  expect(scopesFor(["member"])).toEqual([]);
  expect(scopesFor(["member", "admin"])).toEqual(apiScopeNames.filter((scope) => scope !== "report:read"));
  for (const role of ["board", "cto", "vpe"] as const) expect(scopesFor(["member", role])).toEqual(["report:read"]);
});

test("no key opens, closes, reminds, releases, erases, reads ratings or the audit log", () => {
  const allowed = new Set<Action>(apiScopeNames.flatMap((scope) => [...apiScopes[scope].allows]));
  const never = (Object.keys(access) as Action[]).filter((action) =>
    /^(cycle\.(open|close|remind|release|hold)|rights|rating|audit|member|seat|share|apiKey|comment)\b/.test(action),
  );
  expect(never.filter((action) => allowed.has(action))).toEqual([]);
});

test("a key lives for a day to 366 days, and has a purpose on one line and at least one scope", () => {
  const key = { name: "Roster", scopes: ["roster:read"], days: 30 };
  expect(createApiKeyInput.safeParse(key).success).toBe(true);
  expect(createApiKeyInput.safeParse({ ...key, days: apiKeyMaxDays }).success).toBe(true);
  for (const wrong of [
    ...[0, -1, 1.5, 367, Number.NaN].map((days) => ({ days })),
    ...[[], ["admin"], ["roster:read", "roster:read"]].map((scopes) => ({ scopes })),
    ...["", " x ", "a\nb", "x".repeat(61)].map((name) => ({ name })),
  ]) {
    expect(createApiKeyInput.safeParse({ ...key, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  }
});

test("a key works until the moment it expires, and a revoked one never again", () => {
  const expiresAt = new Date("2031-02-03T10:00:00Z");
  const at = (revokedAt: Date | null, milliseconds: number) =>
    apiKeyState({ expiresAt, revokedAt }, new Date(expiresAt.getTime() + milliseconds));
  expect([at(null, -1), at(null, 0), at(expiresAt, -1), at(expiresAt, 1)]).toEqual([
    "active",
    "expired",
    "revoked",
    "revoked",
  ]);
});

const uuid = fc.uuid();
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a key names its company and is 75 letters and digits behind a prefix that scanners know", () => {
  fc.assert(
    fc.property(uuid, secret, (companyId, bytes) => {
      const token = apiKeyToken(companyId, bytes);
      expect(token).toMatch(/^tnd_[0-9A-Za-z]{71}$/);
      expect(parseApiKeyToken(token)).toEqual({ kind: "token", companyId });
    }),
  );
});

test("a slip of one character, two neighbours changed places, or a lost end is never taken for a key", () => {
  fc.assert(
    fc.property(uuid, secret, fc.nat(70), fc.constantFrom(..."09AZaz"), (companyId, bytes, place, letter) => {
      const token = apiKeyToken(companyId, bytes);
      const at = 4 + place;
      const changed = token.slice(0, at) + letter + token.slice(at + 1);
      if (changed !== token) expect(parseApiKeyToken(changed)).toEqual({ kind: "mistyped" });
      const swapped =
        token.slice(0, at) +
        token
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        token.slice(at + 2);
      if (swapped !== token) expect(parseApiKeyToken(swapped)).toEqual({ kind: "mistyped" });
      expect(parseApiKeyToken(token.slice(0, at))).toEqual({ kind: "none" });
    }),
  );
});

test("anything else is no key", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseApiKeyToken(text)).toEqual({ kind: "none" });
    }),
  );
  expect(parseApiKeyToken(`tnd_${"z".repeat(71)}`).kind).toBe("mistyped");
  expect(() => apiKeyToken("00000000-0000-4000-8000-000000000000", new Uint8Array(31))).toThrow(RangeError);
});
