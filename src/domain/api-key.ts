import { z } from "zod";
import { type Action, may, type Role } from "./access";
import { unprintable } from "./member";

type ScopeLaw = {
  /** What it lets a program do, for the person who chooses it. */
  words: string;
  /** What the maker must be allowed to do, when the key is made and whenever it is used. */
  needs: readonly Action[];
  /** Everything that a request under this scope may ask for. */
  allows: readonly Action[];
};

const rosterWriting = [
  "roster.preview",
  "roster.import",
  "roster.applyImport",
  "roster.discard",
] as const satisfies readonly Action[];

/** The one table of what a key may be made for. A scope never gives more than its maker has. */
export const apiScopes = {
  "roster:read": { words: "Read the roster", needs: ["roster.walk"], allows: ["roster.walk"] },
  "roster:write": { words: "Compare and apply a roster", needs: rosterWriting, allows: rosterWriting },
  "cycle:read": {
    words: "Read cycles and their dates",
    needs: ["cycle.list", "cycle.get", "cycle.check"],
    allows: ["cycle.list", "cycle.get", "cycle.check"],
  },
  "cycle:write": {
    words: "Draft cycles; opening one is left to people",
    needs: ["cycle.create", "cycle.update", "cycle.remove"],
    allows: ["cycle.list", "cycle.get", "cycle.create", "cycle.update", "cycle.remove"],
  },
  "participation:read": {
    words: "Read participation as the pages show it",
    needs: ["cycle.glance"],
    allows: ["cycle.glance"],
  },
  "report:read": {
    words: "Read the released reports that you read yourself",
    needs: ["report.board"],
    allows: ["report.list", "report.seat", "report.pair", "report.board", "commitment.list"],
  },
  scim: { words: "Keep the roster in step by SCIM", needs: rosterWriting, allows: rosterWriting },
} as const satisfies Record<string, ScopeLaw>;

export type ApiScope = keyof typeof apiScopes;
export const apiScopeNames = Object.keys(apiScopes) as ApiScope[];
const apiScopeSchema = z.enum(apiScopeNames as [ApiScope, ...ApiScope[]]);

/** The longest a key may live. */
export const apiKeyMaxDays = 366;
/** Keys of one company that are neither expired nor revoked. */
export const maxApiKeys = 36;
/** How long before its day a key's maker is told. */
export const apiKeyWarningDays = 7;
/** How long a key that has ended is still listed. */
export const endedApiKeyDays = 90;
/** For so long a request that named itself is known again. */
export const idempotencyHours = 24;

export const createApiKeyInput = z.object({
  name: z
    .string()
    .trim()
    .min(2, "Say what the key is for.")
    .max(60, "Use at most 60 characters.")
    .refine((name) => !unprintable.test(name), { message: "Use one line without control characters." }),
  scopes: z
    .array(apiScopeSchema)
    .min(1, "Choose what the key may do.")
    .max(apiScopeNames.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, { message: "Name each scope once." }),
  days: z
    .number("Choose how long the key lives.")
    .int("Use whole days.")
    .min(1, "A key lives for at least a day.")
    .max(apiKeyMaxDays, `A key lives for at most ${apiKeyMaxDays} days.`),
});

/** Whether somebody with these roles may have a key with this scope: everything it needs, they may do themselves. */
export const mayHold = (roles: readonly Role[], scope: ApiScope): boolean =>
  apiScopes[scope].needs.every((action) => may(roles, action));

/** Scopes that a key of somebody with these roles may have, in the table's order. */
export const scopesFor = (roles: readonly Role[]): ApiScope[] => apiScopeNames.filter((scope) => mayHold(roles, scope));

export type ApiKeyState = "active" | "expired" | "revoked";

/** Whether a key still works by its own dates; a revoked one stays revoked. */
export function apiKeyState(key: { expiresAt: Date; revokedAt: Date | null }, now: Date): ApiKeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt <= now ? "expired" : "active";
}

/** Why a key opens nothing, by a name that stays, and the sentence for whoever wrote the program. */
export const apiKeyRefusals = {
  "key-missing": { status: 401, message: "Send a key: Authorization: Bearer tnd_…" },
  "key-malformed": {
    status: 401,
    message: "This is not a key, or not all of it. A key is 75 characters and begins with tnd_.",
  },
  "key-unknown": { status: 401, message: "There is no such key." },
  "key-expired": { status: 401, message: "This key has expired. Make a new one under API keys." },
  "key-revoked": { status: 401, message: "This key was revoked." },
  "scope-unknown": { status: 403, message: "There is no such scope." },
  "scope-missing": { status: 403, message: "This key was not made for that." },
  "maker-may-not": {
    status: 403,
    message: "Whoever made this key may not do that any more. Somebody who may must make a new one.",
  },
} as const;

export type ApiKeyRefusalCode = keyof typeof apiKeyRefusals;
