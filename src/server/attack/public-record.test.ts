import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { canonicalJson } from "@/domain/canonical-json";
import type { Ledger } from "@/domain/ledger";
import { getPublicRecord } from "@/server/cycle/record";
import { tallyCycle } from "@/server/tally/commands";
import { callerFor, wireAt } from "../../../prisma/factories";
import { openTestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { castSheet, claim, inventSheet } from "../../../scripts/attack/rater";
import { NotChecked, verifyRecord } from "../../../scripts/verify/verify";

// The checker of scripts/verify knows docs/public-record.md only; here it is held against what the product publishes.

const origin = "https://tandem.example";
const address = `${origin}/verify/record-2031-q1`;
let files: Record<string, string | Buffer>;
let receipts: string[];
let fingerprint: { hash: string; words: string };

/** A site that serves the public record, with some of its files replaced (null: taken away). */
const served =
  (changed: Record<string, string | Buffer | null> = {}) =>
  async (asked: string) => {
    const content = { ...files, ...changed }[asked.slice(origin.length)];
    const found = content !== undefined && content !== null;
    return {
      status: found ? 200 : 404,
      ok: found,
      arrayBuffer: async () => Uint8Array.from(Buffer.from(content ?? "")).buffer,
    };
  };

const failures = async (changed: Record<string, string | null>, more: { receipt?: string } = {}) => {
  const { code, checks } = await verifyRecord({ address, ...more }, served(changed));
  expect(code).toBe(1);
  return checks.filter(({ passed }) => !passed).map(({ text }) => text);
};

const ledgerWith = (change: (ledger: Ledger) => Ledger): Record<string, string> => ({
  "/verify/record-2031-q1/ledger.json": JSON.stringify(
    change(JSON.parse(String(files["/verify/record-2031-q1/ledger.json"])) as Ledger),
  ),
});

beforeAll(async () => {
  const cycle = await openTestCycle("record", { engineers: 9 });
  const wire = wireAt(testNow);
  receipts = [];
  for (const { link } of cycle.links.slice(0, 7)) {
    receipts.push((await castSheet(wire, await claim(wire, link), inventSheet())).leaf);
  }
  await callerFor(cycle.admin, testNow).cycle.close({ company: "record", quarter: testQuarter });
  await tallyCycle(cycle);
  const record = await getPublicRecord("record-2031-q1");
  if (!record?.ledger) throw new Error("nothing was published");
  fingerprint = { hash: record.manifestHash, words: record.words.join(" ") };
  const listed = JSON.parse(readFileSync("public/ballot/files.json", "utf8")) as { path: string }[];
  files = {
    "/verify/record-2031-q1": `<p>${record.manifestHash}</p>`,
    "/verify/record-2031-q1/manifest.json": record.manifestText,
    "/verify/record-2031-q1/ledger.json": JSON.stringify(record.ledger, null, 1),
    ...Object.fromEntries(
      listed.map(({ path }) => [
        `/ballot/${path === "index.html" ? "record-2031-q1" : path}`,
        readFileSync(`public/ballot/${path}`),
      ]),
    ),
  };
}, 90_000);

test("a record as the product publishes it holds, with fingerprint, words and every receipt", async () => {
  for (const receipt of receipts) {
    const { code, checks } = await verifyRecord({ address, receipt, ...fingerprint }, served());
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(code).toBe(0);
  }
});

test("a manifest with one changed character is noticed by its fingerprint, even where all else is consistent", async () => {
  const manifest = String(files["/verify/record-2031-q1/manifest.json"]).replace("Company record", "Company rekord");
  const changed = { "/verify/record-2031-q1/manifest.json": manifest };
  expect(await failures(changed)).toEqual(["The page of the record shows this manifest's fingerprint."]);
  const { checks } = await verifyRecord({ address, ...fingerprint }, served(changed));
  expect(checks.filter(({ passed }) => !passed)).toHaveLength(3);
});

test("a manifest written another way, or with another key, is noticed", async () => {
  const path = "/verify/record-2031-q1/manifest.json";
  expect(await failures({ [path]: `${files[path]} ` })).toContain("The manifest is written in its one canonical form.");
  const manifest = JSON.parse(String(files[path]));
  manifest.groups[0].issuerKeyId = "0".repeat(64);
  expect(await failures({ [path]: JSON.stringify(manifest) })).toContain(
    "The engineers' issuer key has the name that the manifest gives it.",
  );
});

test("both kinds of windows are known, and a second window outside of the cycle is noticed", async () => {
  const path = "/verify/record-2031-q1/manifest.json";
  const manifest = JSON.parse(String(files[path]));
  const checksOf = async (windows: object) => {
    const text = canonicalJson({ ...manifest, windows });
    const { checks } = await verifyRecord({ address }, served({ [path]: text }));
    return checks.filter((check) => /sitting|windows/.test(check.text));
  };
  expect(await checksOf({ kind: "one-sitting" })).toEqual([expect.objectContaining({ passed: true })]);
  const { opensAt, closesAt } = manifest.cycle;
  for (const [castsFrom, passed] of [
    ["2031-02-10T10:00:00.000Z", true],
    [opensAt, false],
    [closesAt, false],
    ["soon", false],
  ]) {
    expect(await checksOf({ kind: "two-windows", castsFrom }), String(castsFrom)).toEqual([
      expect.objectContaining({ passed }),
    ]);
  }
  expect(await checksOf({ kind: "whenever" })).toEqual([expect.objectContaining({ passed: false })]);
});

test("a ledger with a receipt added, removed, doubled, moved or changed is noticed", async () => {
  const root = "The root is the Merkle tree head of the receipts.";
  const alter = (change: (leaves: string[]) => string[]) =>
    failures(ledgerWith((ledger) => ({ ...ledger, leaves: change(ledger.leaves) })));
  expect(await alter((leaves) => [...leaves, "f".repeat(64)])).toContain(root);
  expect(await alter((leaves) => leaves.slice(1))).toContain("There are as many receipts as ballots: 6.");
  expect(await alter((leaves) => [...leaves.slice(1), leaves.at(-1) ?? ""])).toContain(
    "The receipts are sorted, and none is there twice.",
  );
  expect(await alter((leaves) => leaves.toReversed())).toContain("The receipts are sorted, and none is there twice.");
  expect(await alter(([first = "", ...rest]) => [`0${first.slice(1, -1)}0`, ...rest])).toContain(root);
});

test("more ballots than claims, or other numbers of people than announced, are noticed", async () => {
  const alter = (change: { invited?: number; claimed?: number; cast?: number }) =>
    failures(ledgerWith((ledger) => ({ ...ledger, groups: ledger.groups.map((group) => ({ ...group, ...change })) })));
  expect(await alter({ claimed: 6 })).toEqual([expect.stringContaining("invited ≥ claimed ≥ cast")]);
  expect(await alter({ invited: 12 })).toEqual([expect.stringContaining("are those of the manifest")]);
  expect(await alter({ cast: 5 })).toEqual(["There are as many receipts as ballots: 7."]);
});

test("a receipt that is not listed is noticed, and one that is no receipt is said to be none", async () => {
  expect(await failures({}, { receipt: "ab".repeat(32) })).toEqual([expect.stringContaining("Your receipt")]);
  await expect(verifyRecord({ address, receipt: "ab" }, served())).rejects.toThrow(NotChecked);
});

test("while the cycle is open a changed ballot page is noticed; afterwards it is a note", async () => {
  const page = { "/ballot/record-2031-q1": "<script>alert()</script>" };
  expect(await failures({ ...page, "/verify/record-2031-q1/ledger.json": null })).toEqual([
    "The ballot page's index.html is served as the manifest says.",
  ]);
  const { code, notes } = await verifyRecord({ address }, served(page));
  expect(code).toBe(0);
  expect(notes).toContain("The ballot page was replaced after this cycle.");
});

test("before the count a receipt cannot be looked up yet, and another address is no record", async () => {
  const open = { "/verify/record-2031-q1/ledger.json": null };
  expect((await verifyRecord({ address, receipt: receipts[0] ?? "" }, served(open))).code).toBe(2);
  await expect(verifyRecord({ address: `${origin}/verify/other-2031-q1` }, served())).rejects.toThrow(
    /no public record/,
  );
  await expect(verifyRecord({ address: `${origin}/reports` }, served())).rejects.toThrow(NotChecked);
});
