import { z } from "zod";
import { emailSchema, personNameSchema, unprintable } from "./member";
import { timeZoneSchema } from "./time-zone-schema";

/** Words that are, or may become, pages of the site itself. */
const reservedSlugs = [
  "api", "app", "admin", "ballot", "board", "board-pack", "dev", "demo", "docs", "fonts", "healthz", "help", "how-anonymity-works",
  "new", "pricing", "privacy", "public", "readyz", "scim", "settings", "sign-in", "sign-out", "sign-up", "static", "tandem", "verify",
]; // biome-ignore format: a list reads better packed

/** A company's address: 2–40 lower-case letters, digits and single hyphens. */
const slugSchema = z
  .string()
  .trim()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/, "Use 2–40 lower-case letters, digits and hyphens.")
  .refine((slug) => !slug.includes("--"), { message: "Use single hyphens." })
  .refine((slug) => !reservedSlugs.includes(slug), { message: "This address is reserved. Choose another." });

/** One mail domain, lower case. */
export const mailDomainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,57}[a-z0-9])$/,
    "Enter a domain such as example.com.",
  );

/** A company's name on one line: it stands in the subjects of mails. */
const companyNameSchema = z
  .string()
  .trim()
  .min(2, "Enter the company's name.")
  .max(80, "Use at most 80 characters.")
  .refine((name) => !unprintable.test(name), { message: "Use one line without control characters." });

export const signUpInput = z.object({
  name: companyNameSchema,
  slug: slugSchema,
  adminName: personNameSchema,
  adminEmail: emailSchema,
  mailDomains: z.array(mailDomainSchema).min(1, "Enter at least one mail domain.").max(20),
});

export const updateCompanyInput = z.object({
  name: companyNameSchema,
  contact: emailSchema,
  mailDomains: z.array(mailDomainSchema).min(1, "Enter at least one mail domain.").max(20),
  /** What is left out stays as it is. */
  timeZone: timeZoneSchema.optional(),
});

/** An address to begin with, made from a name: "Norrvik AB" → "norrvik-ab". It may be taken, reserved or too short. */
export const suggestSlug = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ł", "l")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-$/, "");
