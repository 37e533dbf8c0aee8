import fc from "fast-check";
import { expect, test } from "vitest";
import { domainOf, emailSchema, inviteMemberInput, personNameSchema, setRolesInput } from "./member";

const accepted = (address: unknown) => emailSchema.safeParse(address).success;

test.each([
  "ada@example.com",
  "ada.lovelace@example.com",
  "ada+tandem@mail.example.co.uk",
  "o'brien@example.ie",
  "a_b-c=d@ex-ample.com",
  "1@2.com",
  "x@a.b.c.d.example",
  "ada@xn--bcher-kva.example",
  "ada@xn--e1afmkfd.xn--p1ai",
  "ada@example.xn--fiqs8s",
  `${"l".repeat(64)}@example.com`,
])("%s is an address", (address) => expect(emailSchema.parse(address)).toBe(address));

test.each([
  ["a list", "a@x.com,b@y.com"],
  ["a list with semicolons", "a@x.com;b@y.com"],
  ["a list with a space", "a@x.com b@y.com"],
  ["two at signs", "a@b@x.com"],
  ["a display name", "Ada <ada@x.com>"],
  ["angle brackets", "<ada@x.com>"],
  ["a quoted local part", '"ada"@x.com'],
  ["a quoted list", '"a@x.com,b"@y.com'],
  ["a comment", "ada(work)@x.com"],
  ["a route", "@y.com:ada@x.com"],
  ["a space inside", "ada @x.com"],
  ["a line break inside", "ada@x.com\r\nBcc: eve@y.com"],
  ["a line break in the local part", "ada\n@x.com"],
  ["a zero byte", "ada\0@x.com"],
  ["a tab", "a\tda@x.com"],
  ["an escaped at sign", "ada\\@evil.com@x.com"],
  ["two dots", "ada..l@x.com"],
  ["a dot in front", ".ada@x.com"],
  ["a dot before the at sign", "ada.@x.com"],
  ["two dots in the domain", "ada@x..com"],
  ["a dot at the end", "ada@x.com."],
  ["no top-level domain", "ada@localhost"],
  ["an address literal", "ada@[127.0.0.1]"],
  ["an IP address", "ada@127.0.0.1"],
  ["a hyphen in front of a label", "ada@-x.com"],
  ["a hyphen behind a label", "ada@x-.com"],
  ["a punycode top-level domain that ends in a hyphen", "ada@x.xn--p1-"],
  ["a punycode top-level domain without a name", "ada@x.xn--"],
  ["a top-level domain with a digit that is no punycode", "ada@x.c0m"],
  ["no local part", "@x.com"],
  ["no domain", "ada@"],
  ["nothing", ""],
  ["a Cyrillic a", "\u0430da@x.com"],
  ["a full-width at sign", "ada\uff20x.com"],
  ["a Kelvin sign", "\u212aate@x.com"],
  ["a dotless i", "ad\u0131@x.com"],
  ["a full-width dot", "ada@x\uff0ecom"],
  ["a soft hyphen", "ada@x\u00ad.com"],
  ["a zero-width space", "ada\u200b@x.com"],
  ["a direction mark", "ada@x\u202e.com"],
  ["mailto", "mailto:ada@x.com"],
  ["a percent-encoded comma and space", "a%2Cb c@x.com"],
])("%s is no address", (_, address) => expect(accepted(address)).toBe(false));

test.each([null, undefined, 7, {}, ["ada@x.com"]])("%j is no address", (value) => expect(accepted(value)).toBe(false));

test("an address is lower case and has nothing around it", () => {
  expect(emailSchema.parse("  Ada.Lovelace@EXAMPLE.com\r\n")).toBe("ada.lovelace@example.com");
  expect(emailSchema.parse("\u00a0\ufeffADA@X.COM")).toBe("ada@x.com");
});

test("lengths are those of the mail standards: 64 before the at sign, 63 in a label, 254 in all", () => {
  expect(accepted(`${"l".repeat(65)}@x.com`)).toBe(false);
  expect(accepted(`a@${"d".repeat(63)}.com`)).toBe(true);
  expect(accepted(`a@${"d".repeat(64)}.com`)).toBe(false);
  const domain = `${"d".repeat(63)}.${"d".repeat(63)}.${"d".repeat(63)}.com`;
  expect(accepted(`${"l".repeat(254 - domain.length - 1)}@${domain}`)).toBe(true);
  expect(accepted(`${"l".repeat(255 - domain.length - 1)}@${domain}`)).toBe(false);
});

test("whatever is accepted has one at sign, is printable ASCII in lower case, and is accepted again unchanged", () => {
  const pieces = fc.constantFrom(
    "a",
    "B",
    "ada",
    "@",
    ".",
    "..",
    "x.com",
    ",",
    " ",
    "\n",
    '"',
    "<",
    "é",
    "-",
    "1",
    "+",
  );
  let seen = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 7 }), fc.boolean(), (parts, ending) => {
      const result = emailSchema.safeParse(parts.join("") + (ending ? "@x.com" : ""));
      if (!result.success) return;
      seen += 1;
      expect(result.data).toMatch(/^[!-~]+$/);
      expect(result.data.split("@").length).toBe(2);
      expect(result.data).not.toMatch(/[A-Z,;<>"()\\:[\]]/);
      expect(emailSchema.parse(result.data)).toBe(result.data);
    }),
    { numRuns: 3000 },
  );
  expect(seen).toBeGreaterThan(50);
});

test("the domain is what stands behind the at sign", () => {
  expect(domainOf("ada@mail.example.com")).toBe("mail.example.com");
});

test.each(["Ada", "X", "Zoë Ångström", "李小龍", "O’Brien, Jr.", "n".repeat(120)])("%j is a name", (name) =>
  expect(personNameSchema.parse(name)).toBe(name),
);

test.each([
  ["nothing", ""],
  ["spaces only", "  \t "],
  ["a line break", "Ada\nLovelace"],
  ["a header", "Ada\r\nBcc: eve@y.com"],
  ["a zero byte, which parts name and address in the roster's root", "Ada\0eve@y.com"],
  ["a tab", "Ada\tLovelace"],
  ["a delete character", "Ada\u007f"],
  ["121 characters", "n".repeat(121)],
])("%s is no name", (_, name) => expect(personNameSchema.safeParse(name).success).toBe(false));

test("a name has no space around it", () => {
  expect(personNameSchema.parse("  Ada Lovelace \n")).toBe("Ada Lovelace");
});

test("an invitation names a person and says whether they are admin or board", () => {
  const input = { email: "Ada@X.com", name: " Ada ", admin: true, board: false };
  expect(inviteMemberInput.parse(input)).toEqual({ email: "ada@x.com", name: "Ada", admin: true, board: false });
  for (const field of Object.keys(input)) {
    expect(inviteMemberInput.safeParse({ ...input, [field]: undefined }).success, field).toBe(false);
  }
  expect(inviteMemberInput.safeParse({ ...input, admin: "true" }).success).toBe(false);
});

test("roles are set for a member named by a UUID", () => {
  const input = { memberId: "6f1cbd4e-7e9a-4c0b-8f67-1f9f3f0c5a11", admin: false, board: true };
  expect(setRolesInput.parse(input)).toEqual(input);
  expect(setRolesInput.safeParse({ ...input, memberId: "1" }).success).toBe(false);
});
