import { beforeAll, expect, test } from "vitest";
import { checkBallot } from "@/ballot/check-ballot";
import type { CastBallot, DeviceRecord } from "@/ballot/device-record";
import { settle } from "@/ballot/settle";
import type { CastRequest, Wire } from "@/ballot/wire";
import { type Bytes, fromHex } from "@/domain/bytes";
import { ledgerOf } from "@/domain/ledger";
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

/** What a device holds whose ballot was on its way: its receipt, and what it had cast before. */
const waiting = (receipt: string, before?: Partial<CastBallot>): DeviceRecord => {
  const of = (own: Partial<CastBallot>): CastBallot => ({
    seed: seedOf(0),
    keyId: fromHex(manifest.groups[0]?.issuerKeyId ?? ""),
    version: 1,
    leaf: null,
    withdrawn: false,
    ...own,
  });
  const pending = { request: {} as CastRequest, cast: of({ leaf: receipt }) };
  return { cycle: manifest.cycle.name, manifestHash: "", pending, ...(before && { cast: of(before) }) };
};
const nobodys = "0".repeat(64);

test("between closing and counting a ballot is found and the list is awaited", async () => {
  expect(await checkBallot(wire, manifest, seedOf(0))).toEqual({ kind: "no-list" });
  expect(await settle(wire, waiting(nobodys))).toBeNull();
});

test("after counting every recovery code finds its own receipt in the list", async () => {
  await tallyCycle(cycle);
  for (const [index, seed] of seeds.entries()) {
    expect(await checkBallot(wire, manifest, seed)).toEqual({ kind: "counted", receipt: receipts[index] });
  }
});

test("a ballot that was on its way when its cycle closed is told what became of it", async () => {
  const [receipt = ""] = receipts;
  const had = async (record: DeviceRecord) => {
    const settled = await settle(wire, record);
    expect(settled?.record.pending).toBeUndefined();
    return [settled?.kind, settled?.record.cast?.version];
  };
  expect(await had(waiting(receipt))).toEqual(["counted", 1]);
  expect(await had(waiting(nobodys))).toEqual(["missed", undefined]);
  expect(await had(waiting(nobodys, { leaf: receipt }))).toEqual(["earlier", 1]);
  // From a recovery code a device does not know the receipt: the server says where the ballot stands.
  expect(await had(waiting(nobodys, {}))).toEqual(["earlier", 1]);
  const gone = { ...wire, ledger: async () => ({ ...(await ledgerOf([], [])), root: nobodys }) };
  expect(await settle(gone, waiting(receipt))).toBeNull();
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
