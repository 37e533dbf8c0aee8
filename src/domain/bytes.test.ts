import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareBytes,
  concat,
  decodeBase64Url,
  equalBytes,
  fromBase64Url,
  fromHex,
  sha256,
  toBase64Url,
  toHex,
  uint32,
  utf8,
} from "./bytes";

const bytes = fc.uint8Array({ maxLength: 300 });
const few = fc.uint8Array({ maxLength: 4, max: 3 });
const own = (array: Uint8Array) => new Uint8Array(array);

test("hex gives any bytes back, in either case, and is what Node writes", () => {
  fc.assert(
    fc.property(bytes, (array) => {
      const text = toHex(array);
      expect(text).toBe(Buffer.from(array).toString("hex"));
      expect(fromHex(text)).toEqual(own(array));
      expect(fromHex(text.toUpperCase())).toEqual(own(array));
    }),
  );
});

test.each(["0", "abc", "0g", "0x01", " 01", "01 ", "01\n", "é0", "-1"])("%j is not hex", (text) => {
  expect(() => fromHex(text)).toThrow(RangeError);
});

test("base64url gives any bytes back and is what Node writes", () => {
  fc.assert(
    fc.property(bytes, (array) => {
      const text = toBase64Url(array);
      expect(text).toBe(Buffer.from(array).toString("base64url"));
      expect(fromBase64Url(text)).toEqual(own(array));
    }),
  );
});

test("base64url of bytes longer than one chunk comes back whole", () => {
  const long = Uint8Array.from({ length: 3 * 8192 + 5 }, (_, index) => (index * 31) % 256);
  expect(toBase64Url(long)).toBe(Buffer.from(long).toString("base64url"));
  expect(fromBase64Url(toBase64Url(long))).toEqual(long);
});

test.each([
  ["padding", "AQ=="],
  ["the plain base64 alphabet", "-_+/"],
  ["white space", "AQ I"],
  ["a line break at the end", "AQID\n"],
  ["a length that no bytes have", "AQIDB"],
  ["one unused bit set", "AR"],
  ["unused bits set in a group of three", "AQJ"],
  ["a letter outside ASCII", "AQÍD"],
])("base64url with %s is refused", (_, text) => {
  expect(() => fromBase64Url(text)).toThrow(RangeError);
  expect(() => decodeBase64Url(text)).toThrow(RangeError);
});

test("one byte string has one base64url text: any text that is read is the text that would be written", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."AQgwx-_9"), maxLength: 9 });
  let read = 0;
  fc.assert(
    fc.property(letters, (text) => {
      let array: Uint8Array;
      try {
        array = fromBase64Url(text);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      read += 1;
      expect(toBase64Url(array)).toBe(text);
    }),
  );
  expect(read).toBeGreaterThan(10);
});

test("a browser reads the same texts as Node, and the same bytes of each", () => {
  const read = (decode: (text: string) => Uint8Array, text: string) => {
    try {
      return toHex(decode(text));
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      return null;
    }
  };
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."AQgwx-_9+/= ") }),
    bytes.map(toBase64Url),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(read(decodeBase64Url, text)).toBe(read(fromBase64Url, text));
    }),
  );
});

test("compareBytes is a total order: antisymmetric, transitive, and zero for equal bytes only", () => {
  fc.assert(
    fc.property(few, few, few, (one, two, three) => {
      // Adding 0 turns −0 into 0.
      expect(Math.sign(compareBytes(one, two))).toBe(0 - Math.sign(compareBytes(two, one)));
      expect(compareBytes(one, two) === 0).toBe(equalBytes(one, two));
      if (compareBytes(one, two) <= 0 && compareBytes(two, three) <= 0) {
        expect(compareBytes(one, three)).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 1000 },
  );
});

test("compareBytes orders as Node's Buffer does: unsigned, and a prefix first", () => {
  fc.assert(
    fc.property(bytes, bytes, few, (one, two, tail) => {
      expect(Math.sign(compareBytes(one, two))).toBe(Buffer.compare(one, two));
      expect(Math.sign(compareBytes(one, concat(one, tail)))).toBe(tail.length === 0 ? 0 : -1);
    }),
  );
  expect(compareBytes(Uint8Array.of(0x80), Uint8Array.of(0x7f))).toBeGreaterThan(0);
});

test("equalBytes sees a single differing byte and a differing length", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), fc.nat(), (array, where) => {
      const other = own(array);
      const index = where % other.length;
      other[index] = (other[index] ?? 0) ^ 1;
      expect(equalBytes(array, own(array))).toBe(true);
      expect(equalBytes(array, other)).toBe(false);
      expect(equalBytes(array, array.subarray(1))).toBe(false);
      expect(equalBytes(array.subarray(1), array)).toBe(false);
    }),
  );
});

test("a number is written as four bytes, the most significant first", () => {
  expect(toHex(uint32(0))).toBe("00000000");
  expect(toHex(uint32(1))).toBe("00000001");
  expect(toHex(uint32(0x01020304))).toBe("01020304");
  expect(toHex(uint32(2 ** 32 - 1))).toBe("ffffffff");
});

test("joined bytes are the parts in order, and the parts stay untouched", () => {
  const part = Uint8Array.of(1, 2);
  const joined = concat(part, new Uint8Array(), Uint8Array.of(3));
  joined[0] = 9;
  expect([...joined]).toEqual([9, 2, 3]);
  expect([...part]).toEqual([1, 2]);
  expect(concat()).toEqual(new Uint8Array());
});

test('SHA-256 of "abc" and of nothing are the values of FIPS 180-4', async () => {
  expect(toHex(await sha256(utf8("abc")))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(toHex(await sha256(utf8("")))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("SHA-256 of a part of an array hashes that part only", async () => {
  const whole = utf8("xxabcxx");
  const expected = createHash("sha256").update("abc").digest("hex");
  expect(toHex(await sha256(whole.subarray(2, 5)))).toBe(expected);
});
