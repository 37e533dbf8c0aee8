import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BallotAnswers, commentMaxLength } from "./answers";
import {
  associatedData,
  ballotStateInput,
  castInput,
  castMessage,
  claimInput,
  cycleNameSchema,
  leafOf,
  nullifierOf,
  unpadAnswers,
  withdrawInput,
  withdrawMessage,
} from "./ballot";
import { concat, toBase64Url, toHex, uint32, utf8 } from "./bytes";
import { envelopeLength, MalformedBallot, padChecked, paddedLength } from "./envelope";

const comment = fc
  .string({ minLength: 1, maxLength: 80, unit: "grapheme" })
  .map((text) => text.normalize("NFC").trim())
  .filter((text) => text.length > 0);
const key = fc.stringMatching(/^[a-z]{1,8}_[a-z0-9_]{1,20}$/);
const said = fc.record({ start: comment, stop: comment, continue: comment }, { requiredKeys: [] });
const answers: fc.Arbitrary<BallotAnswers> = fc.record({
  format: fc.constant("tandem/ballot/1" as const),
  seats: fc.subarray(["cto", "vpe"] as const),
  items: fc.dictionary(key, fc.constantFrom(1, 2, 3, 4, 5, null), { maxKeys: 50, noNullPrototype: true }),
  activities: fc.dictionary(key, fc.constantFrom("cto", "vpe", "both", "neither", null), {
    maxKeys: 10,
    noNullPrototype: true,
  }),
  comments: fc.record({ cto: said, vpe: said }),
});
const empty: BallotAnswers = {
  format: "tandem/ballot/1",
  seats: [],
  items: {},
  activities: {},
  comments: { cto: {}, vpe: {} },
};
const six = (text: string): BallotAnswers["comments"] => ({
  cto: { start: text, stop: text, continue: text },
  vpe: { start: text, stop: text, continue: text },
});
/** A plaintext as an attacker could seal it: any bytes under any length. */
function sealedPlaintext(body: Uint8Array, length = body.length, total = paddedLength): Uint8Array {
  const padded = new Uint8Array(total);
  padded.set(uint32(length));
  padded.set(body, 4);
  return padded;
}

describe("padding", () => {
  test("any answers come back as they were, and no ballot is longer or shorter than another", () => {
    fc.assert(
      fc.property(answers, (ballot) => {
        const padded = padChecked(ballot);
        expect(padded.length).toBe(16_384);
        expect(unpadAnswers(padded)).toEqual(ballot);
      }),
    );
  });

  test("a padded ballot is its length in four bytes, its canonical text, and zeros", () => {
    const text = '{"activities":{},"comments":{"cto":{},"vpe":{}},"format":"tandem/ballot/1","items":{},"seats":[]}';
    const padded = padChecked(empty);
    expect(padded.subarray(0, 4)).toEqual(uint32(text.length));
    expect(new TextDecoder().decode(padded.subarray(4, 4 + text.length))).toBe(text);
    expect(padded.subarray(4 + text.length).every((byte) => byte === 0)).toBe(true);
  });

  test("it also comes back when it lies inside a larger buffer", () => {
    const padded = padChecked(empty);
    expect(unpadAnswers(concat(Uint8Array.of(9, 9, 9), padded, Uint8Array.of(9)).subarray(3, -1))).toEqual(empty);
  });

  test.each([
    ["Latin", "a"],
    ["Chinese", "語"],
    ["emoji", "😀"],
    ["quotes", '"'],
    ["line breaks", "x\n"],
  ])("six comments of full length in %s fit beside a hundred answers", (_, unit) => {
    const text = unit.repeat(commentMaxLength / unit.length).trim();
    const items = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`cto_statement_${index}`, 5 as const]));
    const ballot = { ...empty, items, comments: six(text) };
    expect(unpadAnswers(padChecked(ballot))).toEqual(ballot);
  });

  test("what does not fit is refused and never cut: 16,380 bytes of text fit, one more does not", () => {
    const rest = utf8(JSON.stringify({ ...empty, comments: { cto: { start: "" }, vpe: {} } })).length;
    const ballotOf = (length: number): BallotAnswers => ({
      ...empty,
      comments: { cto: { start: "a".repeat(length) }, vpe: {} },
    });
    expect(padChecked(ballotOf(paddedLength - 4 - rest)).at(-1)).toBe("}".charCodeAt(0));
    expect(() => padChecked(ballotOf(paddedLength - 3 - rest))).toThrow(MalformedBallot);
  });

  test.each([0, 1, 4, paddedLength - 1, paddedLength + 1])("a plaintext of %d bytes is refused", (total) => {
    expect(() => unpadAnswers(new Uint8Array(total))).toThrow(MalformedBallot);
  });

  test("a length that lies is refused: too short, too long, longer than the ballot", () => {
    const text = new TextDecoder().decode(padChecked(empty)).slice(4).replaceAll("\0", "");
    const body = utf8(text);
    expect(unpadAnswers(sealedPlaintext(body))).toEqual(empty);
    for (const length of [0, body.length - 1, body.length + 1, paddedLength - 3, paddedLength, 2 ** 31, 2 ** 32 - 1]) {
      expect(() => unpadAnswers(sealedPlaintext(body, length)), String(length)).toThrow(MalformedBallot);
    }
  });

  test("a ballot that fills its place to the last byte is read, and refused when it claims one byte more", () => {
    const items: BallotAnswers["items"] = {};
    const left = () => paddedLength - 4 - utf8(JSON.stringify({ ...empty, items })).length;
    for (let index = 100; left() > 80; index += 1) items[`cto_${index}`.padEnd(20, "x")] = 5;
    // The last two keys, with quotes, colon, answer and comma, share what is left.
    items["y".repeat(Math.floor(left() / 2) - 5)] = 5;
    items["z".repeat(left() - 5)] = 5;
    const full = padChecked({ ...empty, items });
    expect(full.at(-1)).toBe("}".charCodeAt(0));
    expect(unpadAnswers(full)).toEqual({ ...empty, items });
    full.set(uint32(paddedLength - 3));
    expect(() => unpadAnswers(full)).toThrow(MalformedBallot);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "hello"],
    ["null", "null"],
    ["a list", "[]"],
    ["two values", `${JSON.stringify(empty)}{}`],
    ["an extra field", JSON.stringify({ ...empty, name: "Ada" })],
    ["another format", JSON.stringify({ ...empty, format: "tandem/ballot/2" })],
    ["an answer of 6", JSON.stringify({ ...empty, items: { cto_vision: 6 } })],
    ["a field left out", JSON.stringify({ ...empty, comments: undefined })],
  ])("a plaintext that holds %s is refused", (_, text) => {
    expect(() => unpadAnswers(sealedPlaintext(utf8(text)))).toThrow(MalformedBallot);
  });

  test("bytes that are not UTF-8 are refused, even inside a comment", () => {
    const body = utf8(JSON.stringify({ ...empty, comments: { cto: { start: "aXb" }, vpe: {} } }));
    body[body.indexOf("X".charCodeAt(0))] = 0xff;
    expect(() => unpadAnswers(sealedPlaintext(body))).toThrow(MalformedBallot);
  });

  test("random bytes are refused, and always in the same way", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 300 }), (body, length) => {
        expect(() => unpadAnswers(sealedPlaintext(body, length))).toThrow(MalformedBallot);
      }),
    );
  });
});

describe("what is hashed and signed", () => {
  const keyId = new Uint8Array(32).fill(0xaa);
  const nullifier = new Uint8Array(32).fill(0xbb);
  const publicKey = new Uint8Array(32).fill(0xcc);
  const envelope = new Uint8Array(envelopeLength).fill(0xdd);
  const hash = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest("hex");
  const version = "01020304";

  test("a nullifier is SHA-256 of the ballot key and then the issuer key's name", async () => {
    expect(toHex(await nullifierOf(publicKey, keyId))).toBe(hash(publicKey, keyId));
    expect(toHex(await nullifierOf(keyId, publicKey))).not.toBe(hash(publicKey, keyId));
  });

  test("the associated data is key name, nullifier, version: 68 bytes", () => {
    expect(toHex(associatedData(keyId, nullifier, 0x01020304))).toBe(`${"aa".repeat(32)}${"bb".repeat(32)}${version}`);
  });

  test("a cast signs the associated data and the envelope's hash: 100 bytes", async () => {
    expect(toHex(await castMessage(keyId, nullifier, 0x01020304, envelope))).toBe(
      `${"aa".repeat(32)}${"bb".repeat(32)}${version}${hash(envelope)}`,
    );
  });

  test("a withdrawal signs another message than any cast", async () => {
    const message = withdrawMessage(keyId, nullifier, 0x01020304);
    expect(toHex(message)).toBe(`${toHex(utf8("withdraw"))}${"aa".repeat(32)}${"bb".repeat(32)}${version}`);
    expect(message.length).not.toBe((await castMessage(keyId, nullifier, 1, envelope)).length);
  });

  test("a leaf is SHA-256 of nullifier, version and the envelope's hash, and changes with each of them", async () => {
    const leaf = async (...parts: Parameters<typeof leafOf>) => toHex(await leafOf(...parts));
    const expected = hash(nullifier, Buffer.from(version, "hex"), createHash("sha256").update(envelope).digest());
    expect(await leaf(nullifier, 0x01020304, envelope)).toBe(expected);
    const others = [
      await leaf(keyId, 0x01020304, envelope),
      await leaf(nullifier, 0x01020305, envelope),
      await leaf(nullifier, 0x01020304, new Uint8Array(envelopeLength)),
    ];
    expect(new Set([expected, ...others]).size).toBe(4);
  });
});

const text = (length: number, fill = 7) => toBase64Url(new Uint8Array(length).fill(fill));
const claim = { cycle: "norrvik-2026-q2", invitation: "i".repeat(43), keyId: text(32), blindedMessage: text(384) };
const cast = {
  cycle: "norrvik-2026-q2",
  keyId: text(32),
  ballotPublicKey: text(32),
  credential: { messagePrefix: text(32), signature: text(384) },
  version: 1,
  envelope: text(envelopeLength),
  signature: text(64),
};
const { envelope: _, credential: __, ...withdrawal } = cast;
const state = { cycle: "norrvik-2026-q2", nullifier: text(32) };

describe.each([
  ["claim", claimInput, claim, { keyId: 32, blindedMessage: 384 }],
  ["cast", castInput, cast, { keyId: 32, ballotPublicKey: 32, envelope: 16_465, signature: 64 }],
  ["withdrawal", withdrawInput, withdrawal, { keyId: 32, ballotPublicKey: 32, signature: 64 }],
  ["state request", ballotStateInput, state, { nullifier: 32 }],
] as const)("a %s over the wire", (_, schema, good, lengths) => {
  const accepted = (value: unknown) => schema.safeParse(value).success;

  test("is read into bytes of the exact lengths", () => {
    const read = schema.parse(good) as Record<string, unknown>;
    for (const [field, length] of Object.entries(lengths)) {
      expect(read[field], field).toEqual(new Uint8Array(length).fill(7));
    }
  });

  test("is refused when a field is a byte longer or shorter, padded, not canonical, or no text", () => {
    for (const [field, length] of Object.entries(lengths)) {
      const whole = text(length);
      const lastBits = length % 3 === 0 ? "+" : "_";
      const wrong = [text(length - 1), text(length + 1), `${whole}=`, `${whole.slice(0, -1)}${lastBits}`, "", null, 7];
      for (const value of wrong) expect(accepted({ ...good, [field]: value }), `${field}: ${value}`).toBe(false);
    }
  });

  test("is refused with a field too many and with one too few", () => {
    expect(accepted({ ...good, member: "Ada" })).toBe(false);
    for (const field of Object.keys(good).filter((name) => name !== "credential")) {
      expect(accepted({ ...good, [field]: undefined }), field).toBe(false);
    }
  });
});

test("a revision carries no credential; a credential has exactly its two fields", () => {
  const accepted = (credential: unknown) => castInput.safeParse({ ...cast, credential }).success;
  expect(accepted(undefined)).toBe(true);
  expect(accepted(null)).toBe(false);
  expect(accepted({ messagePrefix: text(32) })).toBe(false);
  expect(accepted({ messagePrefix: text(31), signature: text(384) })).toBe(false);
  expect(accepted({ messagePrefix: text(32), signature: text(383) })).toBe(false);
  expect(accepted({ ...cast.credential, more: 1 })).toBe(false);
});

test.each([0, -1, 1.5, 1_000_001, Number.NaN, "1", null])("%s is not a version", (version) => {
  expect(castInput.safeParse({ ...cast, version }).success).toBe(false);
  expect(withdrawInput.safeParse({ ...withdrawal, version }).success).toBe(false);
});

test("versions go from one to a million", () => {
  for (const version of [1, 1_000_000]) expect(castInput.parse({ ...cast, version }).version).toBe(version);
});

test("an invitation is neither very short nor very long", () => {
  const accepted = (length: number) => claimInput.safeParse({ ...claim, invitation: "i".repeat(length) }).success;
  expect([19, 20, 43, 100, 101].map(accepted)).toEqual([false, true, true, true, false]);
});

test.each(["norrvik-2026-q2", "a-2026-q1", "3m-2026-q4", "a-b-2026-q1-2027-q3", `${"a".repeat(40)}-2026-q1`])(
  "%s is a cycle's name",
  (name) => expect(cycleNameSchema.parse(name)).toBe(name),
);

test.each([
  "",
  "2026-q1",
  "-2026-q1",
  "norrvik",
  "norrvik-2026-q5",
  "norrvik-2026-q0",
  "norrvik-26-q1",
  "Norrvik-2026-q1",
  "norrvik-2026-Q1",
  "-norrvik-2026-q1",
  "norrvik--2026-q1",
  "norr vik-2026-q1",
  "../x-2026-q1",
  "norrvik-2026-q1\n",
  "norrvik-2026-q1/..",
  `${"a".repeat(41)}-2026-q1`,
])("%j is not a cycle's name", (name) => expect(cycleNameSchema.safeParse(name).success).toBe(false));

test("a comment that Unicode normalization lengthens survives sealing", () => {
  const written: BallotAnswers = {
    format: "tandem/ballot/1",
    seats: ["cto"],
    items: {},
    activities: {},
    comments: { cto: { start: "\u0958".repeat(600) }, vpe: {} },
  };
  expect(unpadAnswers(padChecked(written)).comments.cto.start).toBe("\u0915\u093c".repeat(600));
});
