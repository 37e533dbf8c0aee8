import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHex, toHex } from "./bytes";
import { ledgerOf, merkleRoot, rosterRoot } from "./ledger";

// The inputs and roots that every implementation of RFC 6962 (certificate transparency) is tested with.
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const hash = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** RFC 6962 section 2.1 word by word: split at the largest power of two smaller than n. */
function treeHead(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return hash();
  if (leaves.length === 1) return hash(Uint8Array.of(0), leaves[0] ?? new Uint8Array());
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hash(Uint8Array.of(1), treeHead(leaves.slice(0, split)), treeHead(leaves.slice(split)));
}

const leaf = fc.uint8Array({ maxLength: 33 });
const ballotLeaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
const root = async (leaves: readonly Uint8Array[]) => toHex(await merkleRoot(leaves));

test.each(roots.map((expected, index) => [index + 1, expected] as const))(
  "the tree head of the first %d leaves of the RFC 6962 vectors is %s",
  async (size, expected) => {
    const leaves = inputs.slice(0, size).map(fromHex);
    expect(treeHead(leaves).toString("hex")).toBe(expected);
    expect(await root(leaves)).toBe(expected);
  },
);

test("the tree head of no leaves is SHA-256 of nothing", async () => {
  expect(await root([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("any list of leaves has the tree head that splitting at powers of two gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(leaf, { maxLength: 40 }), async (leaves) => {
      expect(await root(leaves)).toBe(treeHead(leaves).toString("hex"));
    }),
  );
  for (const size of [31, 32, 33, 63, 64, 65, 127, 129]) {
    const leaves = Array.from({ length: size }, (_, index) => Uint8Array.of(index));
    expect(await root(leaves), `${size} leaves`).toBe(treeHead(leaves).toString("hex"));
  }
});

test("a leaf that was changed, added, removed or swapped gives another root", async () => {
  const lists = fc.uniqueArray(ballotLeaf, { minLength: 2, maxLength: 20, selector: toHex });
  await fc.assert(
    fc.asyncProperty(lists, fc.nat(), fc.nat({ max: 31 }), async (leaves, where, byte) => {
      const index = where % leaves.length;
      const changed = leaves.map((each) => new Uint8Array(each));
      const touched = changed[index] ?? new Uint8Array();
      touched[byte] = (touched[byte] ?? 0) ^ 1;
      const honest = await root(leaves);
      expect(await root(changed)).not.toBe(honest);
      expect(await root(leaves.filter((_, place) => place !== index))).not.toBe(honest);
      expect(await root([...leaves, ...leaves.slice(-1)])).not.toBe(honest);
      expect(await root([...leaves.slice(1), ...leaves.slice(0, 1)])).not.toBe(honest);
    }),
  );
});

test("an inner node cannot pass as a leaf", async () => {
  const [one, two] = [fromHex("00"), fromHex("10")];
  const inner = Buffer.concat([hash(Uint8Array.of(0), one), hash(Uint8Array.of(0), two)]);
  expect(await root([new Uint8Array(inner)])).not.toBe(await root([one, two]));
});

test("a ledger lists its leaves sorted, says their root, and does not show in which order ballots came", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ballotLeaf, { maxLength: 20 }), async (leaves) => {
      const before = leaves.map(toHex);
      const groups = [{ group: "engineer" as const, invited: 30, claimed: 25, cast: leaves.length }];
      const ledger = await ledgerOf(leaves, groups);
      expect(ledger.leaves).toEqual([...before].sort());
      expect(ledger.root).toBe(treeHead(ledger.leaves.map(fromHex)).toString("hex"));
      expect(ledger.groups).toEqual(groups);
      expect(await ledgerOf([...leaves].reverse(), groups)).toEqual(ledger);
      expect(leaves.map(toHex)).toEqual(before);
    }),
  );
});

const person = fc.record({
  name: fc.stringMatching(/^[A-Za-zÅØé ]{1,12}$/),
  email: fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.com$/),
});
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 15, selector: ({ email }) => email });
const rootOf = async (roster: { name: string; email: string }[]) => toHex(await rosterRoot(roster));

test("a roster's root does not depend on the order of people", async () => {
  const shuffled = people.chain((roster) =>
    fc.tuple(fc.constant(roster), fc.shuffledSubarray(roster, { minLength: roster.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([roster, other]) => {
      expect(await rootOf(other)).toBe(await rootOf(roster));
    }),
  );
});

test("a roster's root changes with any person who joins, leaves or is replaced, and with any name or address", async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.nat(), async (roster, where) => {
      const index = where % roster.length;
      const honest = await rootOf(roster);
      const replaced = (part: (old: { name: string; email: string }) => { name: string; email: string }) =>
        rootOf(roster.map((each, place) => (place === index ? part(each) : each)));
      expect(await rootOf([...roster, { name: "New", email: "new@another.org" }])).not.toBe(honest);
      expect(await rootOf(roster.filter((_, place) => place !== index))).not.toBe(honest);
      expect(await replaced((old) => ({ ...old, name: `${old.name}x` }))).not.toBe(honest);
      expect(await replaced((old) => ({ ...old, email: `x${old.email}` }))).not.toBe(honest);
      expect(await replaced(() => ({ name: "New", email: "new@another.org" }))).not.toBe(honest);
    }),
  );
});

test("the root of one person is the hash that the person can compute: name, zero byte, address", async () => {
  const expected = hash(Uint8Array.of(0), Buffer.from("Ada Lovelace\0ada@norrvik.example")).toString("hex");
  expect(await rootOf([{ name: "Ada Lovelace", email: "ada@norrvik.example" }])).toBe(expected);
});

test("a name typed with combined or separate accents is one name, and name and address cannot run together", async () => {
  const email = "zoe@norrvik.example";
  expect(await rootOf([{ name: "Zoe\u0308", email }])).toBe(await rootOf([{ name: "Zo\u00eb", email }]));
  expect(await rootOf([{ name: "Ada", email: "b@x.com" }])).not.toBe(await rootOf([{ name: "Adab", email: "@x.com" }]));
});
