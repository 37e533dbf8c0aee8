import { z } from "zod";
import { cycleNameSchema } from "./ballot";
import { type Bytes, sha256, utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { raterGroupSchema } from "./rater-group";
import { seatSchema, seatStateSchema } from "./seat-schema";

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** Everything a rater's browser must know and everybody must see alike; immutable once a cycle is open. */
export const manifestSchema = z.strictObject({
  format: z.literal("tandem/manifest/1"),
  company: z.strictObject({ slug: z.string(), name: z.string(), contact: z.string() }),
  cycle: z.strictObject({
    name: cycleNameSchema,
    quarter: z.string(),
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
  }),
  /** One sitting, or two windows: claims until `castsFrom`, casts from then on. */
  windows: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("one-sitting") }),
    z.strictObject({ kind: z.literal("two-windows"), castsFrom: z.iso.datetime() }),
  ]),
  /** What the company's clocks show when the windows change: for reading; the moments above decide. Older ones lack it. */
  clocks: z.strictObject({ timeZone: z.string(), castsFrom: z.optional(wallTime), closesAt: wallTime }).optional(),
  instrument: z.strictObject({ version: z.string(), hash: hex32 }),
  seats: z.strictObject({ cto: seatStateSchema, vpe: seatStateSchema, onePerson: z.boolean() }),
  groups: z
    .array(
      z.strictObject({
        group: raterGroupSchema,
        rosterSize: z.number().int().min(1),
        rosterRoot: hex32,
        issuerKeyId: hex32,
        /** SubjectPublicKeyInfo, RSA 3072, e = 65537, base64url. */
        issuerKey: base64Url,
      }),
    )
    .min(1),
  /** HPKE public key, uncompressed P-256 point, base64url. */
  tallyKey: base64Url,
  slices: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })).max(3),
  /** What the leaders announced after the cycle before; asked as statements of their own, by these keys. */
  commitments: z
    .array(z.strictObject({ key: z.string().max(40), seat: seatSchema, text: z.string() }))
    .max(4)
    .optional(),
  /** SHA-256 of each file of the ballot page, by path. */
  ballotPage: z.array(z.strictObject({ path: z.string(), sha256: hex32 })),
  disputeDays: z.number().int().min(0),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestText = (manifest: Manifest): string => canonicalJson(manifestSchema.parse(manifest));

/** SHA-256 of the canonical text: what every invitation carries. 32 bytes. */
export const manifestHash = (text: string): Promise<Bytes> => sha256(utf8(text));

/** The first 88 bits of a fingerprint as eight words of a 2,048-word list, easy to compare aloud. */
export function fingerprintWords(hash: Uint8Array, wordList: readonly string[]): string[] {
  if (wordList.length !== 2048) throw new RangeError("the word list must have 2,048 words");
  const words: string[] = [];
  for (let word = 0; word < 8; word += 1) {
    let index = 0;
    for (let bit = word * 11; bit < word * 11 + 11; bit += 1) {
      index = (index << 1) | (((hash[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    words.push(wordList[index] ?? "");
  }
  return words;
}
