import fc from "fast-check";
import { expect, test } from "vitest";
import { cycleNameSchema } from "./ballot";
import { mailDomainSchema, signUpInput, suggestSlug, updateCompanyInput } from "./company";
import { cycleName } from "./quarter";

const signUp = {
  name: "Norrvik AB",
  slug: "norrvik",
  adminName: "Ada",
  adminEmail: "ada@norrvik.com",
  mailDomains: ["norrvik.com"],
};
const slugAccepted = (slug: string) => signUpInput.safeParse({ ...signUp, slug }).success;

test.each(["ab", "norrvik", "norrvik-ab", "3m", "a-b-c", "2026-q1", "a".repeat(40)])("%s is an address", (slug) =>
  expect(signUpInput.parse({ ...signUp, slug }).slug).toBe(slug),
);

test.each([
  "",
  "a",
  "a".repeat(41),
  "-norrvik",
  "norrvik-",
  "nor--rvik",
  "Norrvik",
  "nörrvik",
  "nor_rvik",
  "nor.rvik",
  "nor/rvik",
  "nor rvik",
  "nor\nrvik",
  "..",
])("%j is not an address", (slug) => expect(slugAccepted(slug)).toBe(false));

test.each(["api", "admin", "demo", "dev", "ballot", "sign-in", "sign-up", "verify", "healthz", "how-anonymity-works"])(
  "%s is a page of the site, so no company can have it",
  (slug) => {
    expect(slugAccepted(slug)).toBe(false);
    expect(slugAccepted(` ${slug} `)).toBe(false);
    expect(slugAccepted(`${slug}-ab`)).toBe(true);
  },
);

test("every accepted address makes a cycle's name", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab19-"), minLength: 1, maxLength: 41 }), (slug) => {
      if (slugAccepted(slug)) expect(cycleNameSchema.safeParse(cycleName(slug, "2026-Q4")).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("an address is suggested from the name", () => {
  expect(suggestSlug("Norrvik AB")).toBe("norrvik-ab");
  expect(suggestSlug("  Smith & Sons, Inc. ")).toBe("smith-sons-inc");
  expect(suggestSlug("3M")).toBe("3m");
  expect(suggestSlug("ＮＯＲＲＶＩＫ")).toBe("norrvik");
});

test("nothing is suggested where nothing of the name can be written", () => {
  expect([suggestSlug(""), suggestSlug("– !"), suggestSlug("株式会社")]).toEqual(["", "", ""]);
});

test("a suggestion is a valid address, unless it is empty, one character or a page of the site", () => {
  const names = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ maxLength: 80, unit: "grapheme" }),
    fc
      .array(fc.constantFrom("Norrvik", " ", "-", "é", "AB", "&", "12"), { maxLength: 20 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(names, (name) => {
      const slug = suggestSlug(name);
      expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(40);
      // With a digit in front it is neither too short nor one of the site's own pages.
      if (slug !== "") expect(slugAccepted(`9${slug}`.slice(0, 40).replace(/-$/, ""))).toBe(true);
      expect(suggestSlug(slug)).toBe(slug);
    }),
    { numRuns: 1000 },
  );
});

test("a name cut at 40 characters does not end in a hyphen", () => {
  expect(suggestSlug(`${"a".repeat(39)} Norrvik`)).toBe("a".repeat(39));
  expect(suggestSlug(`${"a".repeat(60)}`)).toBe("a".repeat(40));
});

test.each(["norrvik.com", "mail.norrvik.co.uk", "x-y.io", "3m.com", "norrvik.xn--p1ai", "xn--80ak6aa92e.com"])(
  "%s is a mail domain",
  (domain) => expect(mailDomainSchema.parse(domain)).toBe(domain),
);

test("a mail domain is lower case and has nothing around it", () => {
  expect(mailDomainSchema.parse(" Norrvik.COM\n")).toBe("norrvik.com");
});

test.each([
  "",
  "com",
  ".com",
  "norrvik.",
  "norrvik..com",
  "@norrvik.com",
  "ada@norrvik.com",
  "-norrvik.com",
  "norrvik-.com",
  "*.norrvik.com",
  "https://norrvik.com",
  "norrvik.com/x",
  "norrvik.com,other.com",
  "norrvik com",
  "127.0.0.1",
  "nörrvik.com",
])("%j is not a mail domain", (domain) => expect(mailDomainSchema.safeParse(domain).success).toBe(false));

test("a company needs a name of 2 to 80 characters and 1 to 20 mail domains", () => {
  const accepted = (part: object) => signUpInput.safeParse({ ...signUp, ...part }).success;
  const domains = (count: number) => Array.from({ length: count }, (_, index) => `d${index}.com`);
  expect([" x ", "xy", "x".repeat(80), "x".repeat(81)].map((name) => accepted({ name }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect([0, 1, 20, 21].map((count) => accepted({ mailDomains: domains(count) }))).toEqual([false, true, true, false]);
  for (const field of Object.keys(signUp)) expect(accepted({ [field]: undefined }), field).toBe(false);
});

test("settings change name, contact and mail domains, and never the address", () => {
  const input = { name: "Norrvik AB", contact: "People@Norrvik.com", mailDomains: ["Norrvik.com"], slug: "other" };
  expect(updateCompanyInput.parse(input)).toEqual({
    name: "Norrvik AB",
    contact: "people@norrvik.com",
    mailDomains: ["norrvik.com"],
  });
});

test.each(["Norrvik\r\nBcc: eve@evil.example", "Norr\nvik", "Norr\u2028vik", "Norr\u202evik", "Norr\0vik"])(
  "%j is no company name: it stands in the subjects of mails",
  (name) => {
    expect(signUpInput.safeParse({ ...signUp, name }).success).toBe(false);
    expect(
      updateCompanyInput.safeParse({ name, contact: "ada@norrvik.com", mailDomains: ["norrvik.com"] }).success,
    ).toBe(false);
  },
);
