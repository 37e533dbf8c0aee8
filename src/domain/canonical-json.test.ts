import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";

// Strings that are in NFC already; -0 has no text of its own in JSON.
const nfcString = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.normalize("NFC"));
const integer = fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value));
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    integer,
    nfcString,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(nfcString, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

test("a known value has a known text", () => {
  const value = { b: [1, null, true, "x"], a: { z: -5, É: "ü", Z: 0, "10": 1, "9": 2 }, gone: undefined, "": '\n"\\' };
  expect(canonicalJson(value)).toBe('{"":"\\n\\"\\\\","a":{"10":1,"9":2,"Z":0,"z":-5,"É":"ü"},"b":[1,null,true,"x"]}');
});

test("the text is the same whatever the order of keys", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    }),
  );
});

test("what is read from the text is the value that was written", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
    }),
  );
});

test("two different values have two different texts", () => {
  fc.assert(
    fc.property(json, json, (one, two) => {
      let equal = true;
      try {
        expect(one).toEqual(two);
      } catch {
        equal = false;
      }
      expect(canonicalJson(one) === canonicalJson(two)).toBe(equal);
    }),
  );
});

test("there is no white space outside of strings", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value).replaceAll(/"(?:[^"\\]|\\.)*"/g, "")).not.toMatch(/\s/);
    }),
  );
});

test("keys are sorted by code unit, so capitals come before small letters and emoji before U+FF5E", () => {
  expect(canonicalJson({ "～": 1, "😀": 2, a: 3, B: 4 })).toBe('{"B":4,"a":3,"😀":2,"～":1}');
});

test("an accent written as one character or as two gives one text", () => {
  expect(canonicalJson("Zoe\u0308")).toBe(canonicalJson("Zo\u00eb"));
  expect(canonicalJson(["A\u030a"])).toBe('["\u00c5"]');
});

test("minus zero is zero", () => {
  expect(canonicalJson(-0)).toBe("0");
});

test.each([0.5, -1.25, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])(
  "%d has no canonical form",
  (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError);
    expect(() => canonicalJson({ deep: [value] })).toThrow(RangeError);
  },
);

test.each([
  ["undefined", undefined],
  ["a function", () => 1],
  ["a symbol", Symbol("x")],
  ["a big integer", 1n],
  ["a list with undefined in it", [undefined]],
])("%s is not JSON", (_, value) => {
  expect(() => canonicalJson(value)).toThrow(RangeError);
});
