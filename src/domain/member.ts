import { z } from "zod";

/** Longest address accepted (RFC 5321: 254). */
const emailMaxLength = 254;

/**
 * One single mail address, lower case. Refuses lists, display names, quoted local parts, comments and control
 * characters (CVE-2022-35924: an address that is two addresses).
 */
export const emailSchema = z
  .string()
  .trim()
  .max(emailMaxLength)
  .regex(
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,57}[A-Za-z0-9])$/,
    "Enter one mail address, such as ada@example.com.",
  )
  .refine((address) => !address.includes("..") && !address.startsWith(".") && !address.includes(".@"), {
    message: "Enter one mail address, such as ada@example.com.",
  })
  .transform((address) => address.toLowerCase());

/** The part of an address after the at sign. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

/** Control characters, line ends of every kind, and marks that turn the direction of what follows. */
export const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** At least one letter, digit or symbol that can be seen. */
const visible = /[\p{L}\p{N}\p{S}\p{P}]/u;

/** A person's name as written: 1–120 characters on one line. */
export const personNameSchema = z
  .string()
  .trim()
  .max(120, "Use at most 120 characters.")
  .refine((name) => !unprintable.test(name), { message: "Use one line without control characters." })
  .refine((name) => visible.test(name), { message: "Enter a name." });

export const inviteMemberInput = z.object({
  email: emailSchema,
  name: personNameSchema,
  admin: z.boolean(),
  board: z.boolean(),
});

export const setRolesInput = z.object({ memberId: z.uuid(), admin: z.boolean(), board: z.boolean() });
