import { beforeAll, expect, test } from "vitest";
import { checkBallot } from "@/ballot/check-ballot";
import type { Wire } from "@/ballot/wire";
import type { Bytes } from "@/domain/bytes";
import type { Manifest } from "@/domain/manifest";
import { destroyCycle, tallyCycle } from "@/server/tally/commands";
import { callerFor, wireAt } from "../../../prisma/factories";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { castSheet, claim, inventSheet } from "../../../scripts/attack/rater";

const wire = wireAt(testNow);
let cycle: TestCycle;
let manifest: Manifest;
const seeds: Bytes[] = [];
const receipts: string[] = [];
const seedOf = (index: number): Bytes => {
  const seed = seeds[index];
  if (!seed) throw new Error("nobody cast");
  return seed;
};
/** A server that answers about a stored ballot with something changed. */
const lying = (change: (stored: NonNullable<Awaited<ReturnType<Wire["ballot"]["proof"]>>>) => object): Wire => ({
  ...wire,
  ballot: {
    ...wire.ballot,
    proof: async (input) => {
      const stored = await wire.ballot.proof(input);
      return stored && { ...stored, ...change(stored) };
    },
  },
});

beforeAll(async () => {
  cycle = await openTestCycle("checked", { engineers: 9 });
  for (const { link } of cycle.links.slice(0, 6)) {
    const claimed = await claim(wire, link);
    manifest = claimed.manifest;
    const { blinding } = claimed.record;
    if (blinding) seeds.push(blinding.state.seed);
    receipts.push((await castSheet(wire, claimed, inventSheet())).leaf);
  }
  await callerFor(cycle.admin, testNow).cycle.close({ company: cycle.slug, quarter: testQuarter });
}, 90_000);

test("between closing and counting a ballot is found and the list is awaited", async () => {
  expect(await checkBallot(wire, manifest, seedOf(0))).toEqual({ kind: "no-list" });
});

test("after counting every recovery code finds its own receipt in the list", async () => {
  await tallyCycle(cycle);
  for (const [index, seed] of seeds.entries()) {
    expect(await checkBallot(wire, manifest, seed)).toEqual({ kind: "counted", receipt: receipts[index] });
  }
});

test("a code of nobody's is unknown", async () => {
  expect(await checkBallot(wire, manifest, new Uint8Array(32).fill(7))).toEqual({ kind: "unknown" });
});

test("an exchanged envelope, another version and a list without the receipt are called a fault", async () => {
  const other = lying(() => ({ envelopeHash: Buffer.alloc(32, 1).toString("base64url") }));
  expect(await checkBallot(other, manifest, seedOf(0))).toMatchObject({ kind: "fault" });
  expect(
    await checkBallot(
      lying(({ version }) => ({ version: version + 1 })),
      manifest,
      seedOf(0),
    ),
  ).toMatchObject({
    kind: "fault",
  });
  const ledger = await wire.ledger(manifest.cycle.name);
  if (!ledger) throw new Error("no list");
  const shorter = { ...ledger, leaves: ledger.leaves.filter((leaf) => leaf !== receipts[0]) };
  expect(await checkBallot({ ...wire, ledger: async () => shorter }, manifest, seedOf(0))).toEqual({
    kind: "wrong-list",
  });
});

test("after destruction nothing is stored under a code any more", async () => {
  await destroyCycle(cycle, new Date(testNow.getTime() + 8 * 86_400_000));
  expect(await checkBallot(wire, manifest, seedOf(0))).toEqual({ kind: "unknown" });
});
