import { z } from "zod";
import { unprintable } from "./member";

const wellKnown = "/.well-known/openid-configuration";
const addressMaxLength = 300;

/** Whether an address is on this machine: tests and development only, the outgoing rules decide. */
const isLocal = (url: URL): boolean => url.hostname === "localhost" || url.hostname === "127.0.0.1";

const readUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/**
 * The address that names an OpenID Connect provider, exactly as the provider writes it itself. The address of its
 * configuration is taken too, and shortened to the issuer.
 */
export const issuerSchema = z
  .string()
  .trim()
  .min(1, "Enter the provider's issuer address.")
  .max(addressMaxLength, `Use at most ${addressMaxLength} characters.`)
  .transform((text) => (text.endsWith(wellKnown) ? text.slice(0, -wellKnown.length) : text))
  .refine((text) => {
    const url = readUrl(text);
    return url !== null && (url.protocol === "https:" || (url.protocol === "http:" && isLocal(url)));
  }, "Enter an address that begins with https://")
  .refine((text) => {
    const url = readUrl(text);
    return url === null || (url.search === "" && url.hash === "" && url.username === "" && url.password === "");
  }, "Enter the address without “?”, “#”, a name or a password.");

const oneLine = (text: string): boolean => !unprintable.test(text);

/** A company's registration at its provider. An empty secret keeps the stored one, if the provider stays the same. */
export const saveSignOnInput = z.object({
  issuer: issuerSchema,
  clientId: z
    .string()
    .trim()
    .min(1, "Enter the client id.")
    .max(300, "Use at most 300 characters.")
    .refine(oneLine, { message: "Use one line without control characters." }),
  clientSecret: z
    .string()
    .trim()
    .max(1000, "Use at most 1,000 characters.")
    .refine(oneLine, { message: "Use one line without control characters." }),
});

/** So many admins may enter past the company's own sign-in. */
export const breakGlassLimit = 2;

export const requireSignOnInput = z.object({
  breakGlass: z
    .array(z.uuid())
    .min(1, "Name one or two admins who may still sign in by mail, for the day the provider is down.")
    .max(breakGlassLimit, "Name at most two admins."),
});

export const signOnDomainInput = z.object({ domain: z.string().trim().toLowerCase().max(254) });

/** How a session may enter a company: freely, past the company's own sign-in as a named admin, or not at all. */
export type Entry = "open" | "break-glass" | "own-sign-in";

/** The law of "require single sign-on", for a member of the company. */
export function entryOf(member: { ownSignIn: boolean; breakGlass: boolean }, cameThroughIt: boolean): Entry {
  if (!member.ownSignIn || cameThroughIt) return "open";
  return member.breakGlass ? "break-glass" : "own-sign-in";
}

/** A provider's clock may differ from ours by so many seconds. */
export const clockToleranceSeconds = 60;

/** Whether a token was issued in a future that no tolerated clock explains. `issuedAt` in seconds since 1970. */
export const issuedInFuture = (issuedAt: number, now: Date): boolean =>
  issuedAt > now.getTime() / 1000 + clockToleranceSeconds;

/** Where a domain's proof is looked for. */
export const proofName = (domain: string): string => `_tandem.${domain}`;

/** What the proof reads; the token is the company's own for this domain. */
export const proofValue = (token: string): string => `tandem-verification=${token}`;

/** Whether the texts of a domain's TXT records, each in its parts, hold the proof. */
export const holdsProof = (records: readonly (readonly string[])[], token: string): boolean =>
  records.some((parts) => parts.join("").trim() === proofValue(token));

/** After so many days without a verified domain's record the admins are told. */
const proofMissingDays = 3;

/** Whether a record that was first missed on a day is missing for so long that it is no passing fault. */
export const proofIsLost = (missingSince: Date, now: Date): boolean =>
  now.getTime() - missingSince.getTime() >= proofMissingDays * 86_400_000;

/** The address to register at the provider. One per company, so that no provider's answer can be brought to another's. */
export const callbackPath = (slug: string): string => `/api/auth/sign-on/${slug}/callback`;
