import fc from "fast-check";
import { expect, test } from "vitest";
import { filterPaths, matchesScimFilter, parseScimFilter, soleEquality } from "./scim-filter";
import { parsePatch } from "./scim-patch";
import { ScimRefusal } from "./scim-refusal";
import { parseUser, patchUser } from "./scim-user";

const ada = {
  id: "A1",
  userName: "Ada@b.example",
  active: true,
  name: { familyName: "King" },
  emails: [
    { value: "ada@b.example", type: "work", primary: true },
    { value: "ada@home.example", type: "home" },
  ],
};
const finds = (filter: string) => matchesScimFilter(parseScimFilter(filter), ada);

test("and binds closer than or, not and brackets are kept", () => {
  expect(finds('userName eq "x" and active eq true or name.familyName eq "King"')).toBe(true);
  expect(finds('userName eq "x" and (active eq true or name.familyName eq "King")')).toBe(false);
  expect(finds("(active eq true or active eq false) and not (name.familyName pr)")).toBe(false);
});

test("text is compared without regard to case, ids with; a value of many is enough", () => {
  expect([finds('USERNAME EQ "ADA@B.EXAMPLE"'), finds('id eq "a1"'), finds('id eq "A1"')]).toEqual([true, false, true]);
  expect([finds('emails eq "ada@home.example"'), finds('emails.type ne "work"'), finds('emails co "@B."')]).toEqual([
    true,
    false,
    true,
  ]);
  expect([finds('emails[type eq "home" and primary eq true]'), finds('emails[type eq "home"].value sw "ada"')]).toEqual(
    [false, true],
  );
  expect(finds('urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ada"')).toBe(true);
});

test("a look-up by one attribute is recognised, and every attribute named is told", () => {
  expect(soleEquality(parseScimFilter('userName eq "x"'), "username")).toBe("x");
  expect(soleEquality(parseScimFilter('not (userName eq "x")'), "username")).toBeNull();
  expect(filterPaths(parseScimFilter('a.b eq 1 and emails[type eq "x"] or not (c pr)'))).toEqual([
    "a.b",
    "emails.type",
    "c",
  ]);
});

test.each([
  "",
  "userName",
  "userName eq",
  "userName zz 1",
  "(userName pr",
  "userName pr)",
  'a eq "x',
  "a eq x",
  "and",
  "a[b eq 1",
  "not a pr",
  `${"(".repeat(30)}a pr${")".repeat(30)}`,
  `a eq "${"x".repeat(3_000)}"`,
])("%s is no filter", (text) => {
  expect(() => parseScimFilter(text)).toThrow(ScimRefusal);
});

/** Runs something that may refuse; anything else than a refusal is a fault. */
const refuses = (work: () => unknown): void => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ScimRefusal);
  }
};
const word = fc.oneof(fc.constantFrom("userName", "emails", "name", "active", "[", "]", "(", ")", " eq ", '"x"', ".value", "and", "not", "true", "urn:x:2.0:"), fc.string({ maxLength: 4 })); // biome-ignore format: a list

test("whatever is sent is taken or refused, never a fault", () => {
  const soup = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));
  fc.assert(fc.property(soup, (text) => refuses(() => matchesScimFilter(parseScimFilter(text), ada))));
  const operation = fc.record(
    { op: fc.constantFrom("add", "Replace", "remove", "x"), path: soup, value: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(operation, fc.jsonValue())), fc.jsonValue(), (Operations, body) => {
      const user = parseUser({ userName: "ada" });
      refuses(() => parsePatch({ Operations }).reduce((draft, each) => patchUser(draft, each), user));
      refuses(() => parseUser(body));
      refuses(() => parsePatch(body));
    }),
  );
});
