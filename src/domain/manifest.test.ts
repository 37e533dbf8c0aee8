import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "./bytes";
import { fingerprintWords, type Manifest, manifestHash, manifestSchema, manifestText } from "./manifest";

const manifest: Manifest = {
  format: "tandem/manifest/1",
  company: { slug: "norrvik", name: "Norrvik AB", contact: "people@norrvik.example" },
  cycle: {
    name: "norrvik-2026-q2",
    quarter: "2026-Q2",
    opensAt: "2026-04-01T08:00:00.000Z",
    closesAt: "2026-04-15T08:00:00.000Z",
  },
  windows: { kind: "one-sitting" },
  clocks: { timeZone: "Europe/Oslo", closesAt: "2026-04-15T10:00" },
  instrument: { version: "2026.1", hash: "1".repeat(64) },
  seats: { cto: { kind: "held", name: "Ada" }, vpe: { kind: "held", name: "Jon" }, onePerson: false },
  groups: [
    { group: "engineer", rosterSize: 41, rosterRoot: "2".repeat(64), issuerKeyId: "3".repeat(64), issuerKey: "AQID" },
    { group: "executive", rosterSize: 9, rosterRoot: "4".repeat(64), issuerKeyId: "5".repeat(64), issuerKey: "BAUG" },
  ],
  tallyKey: "BwgJ",
  slices: [{ name: "Site", values: ["Oslo", "Bergen"] }],
  ballotPage: [{ path: "main.js", sha256: "6".repeat(64) }],
  disputeDays: 7,
};

type Path = (string | number)[];
const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]))
    : [path];
const objectsOf = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => objectsOf(member, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
};

function changed(path: Path, change: (old: unknown) => unknown): unknown {
  const copy: unknown = structuredClone(manifest);
  let place = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  place[last] = change(place[last]);
  return copy;
}

/** Another value of the same kind that the schema takes, or undefined where it allows one value only. */
function another(path: Path, old: unknown): unknown {
  const name = path.join(".");
  if (name === "format" || name === "windows.kind") return undefined;
  if (name.endsWith(".kind")) return undefined;
  if (name.endsWith(".group")) return old === "engineer" ? "executive" : "engineer";
  if (name === "cycle.name") return "norrvik-2026-q3";
  if (name === "clocks.closesAt") return "2026-04-15T11:00";
  if (name.startsWith("cycle.") && name.endsWith("At")) return "2026-05-01T08:00:00.000Z";
  if (typeof old === "number") return old + 1;
  if (typeof old === "boolean") return !old;
  return /^\d{64}$/.test(String(old)) ? "a".repeat(64) : `${String(old)}x`;
}

const hashOf = async (value: unknown) => toHex(await manifestHash(manifestText(manifestSchema.parse(value))));
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

test("two equal manifests have one hash, however their fields are ordered", async () => {
  expect(await hashOf(reversed(manifest))).toBe(await hashOf(manifest));
  expect(await hashOf(structuredClone(manifest))).toBe(await hashOf(manifest));
});

test("the hash is the plain SHA-256 of the text, and the text reads back as the manifest", async () => {
  const text = manifestText(manifest);
  expect(await hashOf(manifest)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  expect(manifestSchema.parse(JSON.parse(text))).toEqual(manifest);
});

test.each(leavesOf(manifest).map((path) => [path.join("."), path] as const))(
  "a change of %s gives another hash",
  async (_, path) => {
    const old = path.reduce<unknown>((place, key) => (place as Record<string | number, unknown>)[key], manifest);
    const value = another(path, old);
    if (value === undefined) {
      // One value only: any other is no manifest at all.
      expect(manifestSchema.safeParse(changed(path, () => "other")).success).toBe(false);
      return;
    }
    expect(await hashOf(changed(path, () => value))).not.toBe(await hashOf(manifest));
  },
);

test("a seat that became vacant, a group left out, a slice or a file added: each gives another hash", async () => {
  const hashes = await Promise.all([
    hashOf(manifest),
    hashOf({ ...manifest, seats: { ...manifest.seats, vpe: { kind: "vacant" } } }),
    hashOf({ ...manifest, groups: manifest.groups.slice(0, 1) }),
    hashOf({ ...manifest, groups: [...manifest.groups].reverse() }),
    hashOf({ ...manifest, slices: [] }),
    hashOf({ ...manifest, ballotPage: [...manifest.ballotPage, { path: "b.js", sha256: "6".repeat(64) }] }),
  ]);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test.each(objectsOf(manifest).map((path) => [path.join(".") || "the manifest itself", path] as const))(
  "an extra field in %s is refused",
  (_, path) => {
    const extra =
      path.length === 0
        ? { ...manifest, extra: 1 }
        : changed(path, (old) => ({ ...(old as Record<string, unknown>), extra: 1 }));
    expect(manifestSchema.safeParse(extra).success).toBe(false);
  },
);

test.each(leavesOf(manifest).map((path) => [path.join("."), path] as const))(
  "a manifest without %s is refused",
  (_, path) => {
    expect(manifestSchema.safeParse(changed(path, () => undefined)).success).toBe(false);
  },
);

test.each([
  ["no group", { groups: [] }],
  ["four slices", { slices: Array.from({ length: 4 }, () => ({ name: "Site", values: [] })) }],
  ["a hash in capitals", { instrument: { version: "2026.1", hash: "A".repeat(64) } }],
  ["a short hash", { instrument: { version: "2026.1", hash: "1".repeat(63) } }],
  ["padded base64url", { tallyKey: "BwgJCg==" }],
  ["an empty tally key", { tallyKey: "" }],
  ["a local time", { cycle: { ...manifest.cycle, opensAt: "2026-04-01T08:00:00+02:00" } }],
  ["a negative dispute period", { disputeDays: -1 }],
  ["a nameless leader", { seats: { ...manifest.seats, cto: { kind: "held", name: "" } } }],
  ["an unknown group", { groups: [{ ...manifest.groups[0], group: "board" }] }],
  ["an empty roster", { groups: [{ ...manifest.groups[0], rosterSize: 0 }] }],
])("a manifest with %s is refused", (_, part) => {
  expect(manifestSchema.safeParse({ ...manifest, ...part }).success).toBe(false);
});

const list = Array.from({ length: 2048 }, (_, index) => `word${index}`);

test("a fingerprint of zeros is the first word eight times, of ones the last word eight times", () => {
  expect(fingerprintWords(new Uint8Array(32), list)).toEqual(Array(8).fill("word0"));
  expect(fingerprintWords(new Uint8Array(32).fill(255), list)).toEqual(Array(8).fill("word2047"));
});

test("the first eleven bits make the first word", () => {
  const hash = new Uint8Array(32);
  hash.set([0xff, 0xe0]);
  expect(fingerprintWords(hash, list)).toEqual(["word2047", ...Array(7).fill("word0")]);
  hash.set([0x00, 0x20]);
  expect(fingerprintWords(hash, list)[0]).toBe("word1");
});

test("the words are the first 88 bits in groups of eleven, and nothing behind them counts", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 21, maxLength: 21 }),
      (hash, tail) => {
        const bits = BigInt(`0x${toHex(hash.subarray(0, 11))}`);
        const expected = Array.from(
          { length: 8 },
          (_, word) => `word${(bits >> BigInt(88 - 11 * (word + 1))) & 2047n}`,
        );
        expect(fingerprintWords(hash, list)).toEqual(expected);
        const other = new Uint8Array(hash);
        other.set(tail, 11);
        expect(fingerprintWords(other, list)).toEqual(expected);
      },
    ),
  );
});

test.each([0, 2047, 2049])("a list of %d words is refused", (length) => {
  expect(() => fingerprintWords(new Uint8Array(32), Array(length).fill("word"))).toThrow(RangeError);
});
