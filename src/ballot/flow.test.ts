import { constants, generateKeyPairSync, privateDecrypt } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { beforeEach, describe, expect, test } from "vitest";
import { ballotAnswersSchema } from "@/domain/answers";
import { castInput, claimInput, leafOf, nullifierOf, withdrawInput } from "@/domain/ballot";
import { ballotForm } from "@/domain/ballot-form";
import { equalBytes, toBase64Url, toHex } from "@/domain/bytes";
import { issuerKeyId } from "@/domain/credential";
import { rosterRoot } from "@/domain/ledger";
import { type Manifest, manifestHash, manifestText } from "@/domain/manifest";
import { recover, refreshed, sealInto, send, takeBack, WrongReceipt } from "./cast";
import { collect } from "./collect";
import { memoryDatabase } from "./database";
import { type DeviceRecord, type DeviceRecords, deviceRecords } from "./device-record";
import { answersOf, newDraft } from "./draft";
import type { Credential } from "./protocol";
import { openVisit, windowNow } from "./visit";
import { type Wire, WireError } from "./wire";

const cycle = "norrvik-2026-q2";
const invitation = "a".repeat(43);
const seats = { cto: { kind: "held", name: "Ada" }, vpe: { kind: "held", name: "Ben" }, onePerson: false } as const;
const form = ballotForm("engineer", seats);
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
const spki = new Uint8Array(publicKey.export({ type: "spki", format: "der" }));
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

let text: string;
let hash: string;
let wire: Wire;
let records: DeviceRecords;
let log: string[];
let signedFor: Uint8Array | null;
let stored: Map<string, { version: number; withdrawn: boolean }>;
let fail: { claim: boolean; cast: boolean };
let at: string;
let roster: { name: string; email: string }[];

/** A server of one roster entry: it signs with OpenSSL and accepts what the law's schemas accept. */
function stubWire(): Wire {
  const offline = () => new WireError("OFFLINE", "no answer");
  return {
    claim: {
      manifest: async () => {
        log.push("name");
        return {
          manifest: text,
          hash,
          person: { name: "Pia", email: "pia@norrvik.example", group: "engineer" },
          slices: { team: "Platform", site: "Elsewhere", shoe: "44" },
          claimed: signedFor !== null,
          roster,
        };
      },
      claim: async (input) => {
        log.push("claim");
        const { blindedMessage } = claimInput.parse(input);
        if (signedFor && !equalBytes(signedFor, blindedMessage)) throw new WireError("CONFLICT", "collected elsewhere");
        signedFor = blindedMessage;
        if (fail.claim) throw offline();
        const signed = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blindedMessage);
        return { blindSignature: toBase64Url(signed) };
      },
    },
    ballot: {
      manifest: async () => ({ manifest: text, hash, phase: "open", ledgerPublished: false, at }),
      cast: async (input) => {
        const { ballotPublicKey, keyId, version, envelope } = castInput.parse(input);
        const nullifier = await nullifierOf(ballotPublicKey, keyId);
        stored.set(toBase64Url(nullifier), { version, withdrawn: false });
        if (fail.cast) throw offline();
        return { leaf: toHex(await leafOf(nullifier, version, envelope)), version };
      },
      withdraw: async (input) => {
        const { ballotPublicKey, keyId, version } = withdrawInput.parse(input);
        stored.set(toBase64Url(await nullifierOf(ballotPublicKey, keyId)), { version, withdrawn: true });
        return { version };
      },
      state: async ({ nullifier }) => stored.get(nullifier) ?? null,
      proof: async () => null,
    },
    ledger: async () => null,
  };
}

const visit = (fragment = `#${hash}.${invitation}`) => openVisit(wire, records, { path: `/ballot/${cycle}`, fragment });

async function invited() {
  const opening = await visit();
  if (opening.kind !== "invited") throw new Error(`not invited but ${opening.kind}`);
  const save = async (record: DeviceRecord) => {
    log.push("save");
    await records.save(opening.deviceName, record);
  };
  const claim = (record = opening.record) => collect(wire, record, opening.cycle.manifest, opening.group, save);
  return { ...opening, claim, save };
}

/** Publishes a manifest with these windows, for a roster of two. */
async function announce(windows: Manifest["windows"]): Promise<void> {
  const pair = await suite.kem.generateKeyPair();
  const tallyKey = toBase64Url(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)));
  const group = { group: "engineer", rosterSize: 2, rosterRoot: toHex(await rosterRoot(roster)) } as const;
  const manifest: Manifest = {
    format: "tandem/manifest/1",
    company: { slug: "norrvik", name: "Norrvik", contact: "people@norrvik.example" },
    cycle: { name: cycle, quarter: "2026-Q2", opensAt: "2026-06-01T07:00:00Z", closesAt: "2026-06-19T15:00:00Z" },
    windows,
    instrument: { version: "2026.1", hash: "11".repeat(32) },
    seats,
    groups: [{ ...group, issuerKeyId: toHex(await issuerKeyId(spki)), issuerKey: toBase64Url(spki) }],
    tallyKey,
    slices: [
      { name: "team", values: ["Platform", "All other teams"] },
      { name: "site", values: ["Bergen", "Oslo"] },
    ],
    ballotPage: [],
    disputeDays: 7,
  };
  text = manifestText(manifest);
  hash = toHex(await manifestHash(text));
}

beforeEach(async () => {
  roster = [
    { name: "Pia", email: "pia@norrvik.example" },
    { name: "Åke", email: "ake@norrvik.example" },
  ];
  at = "2026-06-02T09:00:00.000Z";
  await announce({ kind: "one-sitting" });
  log = [];
  signedFor = null;
  stored = new Map();
  fail = { claim: false, cast: false };
  wire = stubWire();
  records = await deviceRecords(memoryDatabase());
});

test("a manifest that differs from the mail's fingerprint is a hard stop, on either of the two ways", async () => {
  expect((await visit()).kind).toBe("invited");
  expect((await visit(`#${"ab".repeat(32)}.${"b".repeat(43)}`)).kind).toBe("mismatch");
  const original = wire.claim.manifest;
  wire.claim.manifest = async (input) => ({ ...(await original(input)), manifest: text.replace("Norrvik", "Norrvlk") });
  expect((await visit()).kind).toBe("mismatch");
});

test("a roster other than the announced one is a hard stop: nobody is shown a list without the invented names", async () => {
  roster = roster.slice(1);
  expect((await visit()).kind).toBe("mismatch");
});

test("a device that holds its credential never names the person again, and still knows the roster", async () => {
  const { claim } = await invited();
  await claim();
  log = [];
  expect(await visit()).toMatchObject({ kind: "invited", roster, claimedElsewhere: false });
  expect(await visit("")).toMatchObject({ kind: "invited", roster });
  expect(log).toEqual([]);
});

describe("two windows", () => {
  const castsFrom = "2026-06-09T07:00:00.000Z";
  const items = { cto_vision: 4 as const };
  beforeEach(() => announce({ kind: "two-windows", castsFrom }));

  /** Collects in the first window and leaves with answers begun. */
  async function firstVisit() {
    const { claim, cycle: page, deviceName } = await invited();
    expect(windowNow(page)).toBe("claims");
    const draft = { ...newDraft(form), seats: ["cto" as const], items, reviewed: true, page: 3 };
    await records.save(deviceName, { ...(await claim()), draft });
    log = [];
  }

  test("the second visit names nobody, finds the answers as they were left, and can cast", async () => {
    await firstVisit();
    at = castsFrom;
    const second = await visit();
    if (second.kind !== "invited") throw new Error(`not invited but ${second.kind}`);
    expect(windowNow(second.cycle)).toBe("casts");
    expect(second.record.draft).toMatchObject({ items, reviewed: true, page: 3 });
    const { draft = newDraft(form) } = second.record;
    const cast = await send(wire, await sealInto(second.record, answersOf(draft, form), second.cycle.manifest));
    expect(cast.cast?.version).toBe(1);
    expect(Object.keys(cast).sort()).toEqual(["cast", "cycle", "group", "manifestHash"]);
    expect(log).toEqual([]);
  });

  test("a device without a ballot is told that collecting is over, and names nobody to learn it", async () => {
    at = castsFrom;
    expect((await visit()).kind).toBe("too-late");
    expect(log).toEqual([]);
  });

  test("a device whose claim was never answered cannot go on in the second window", async () => {
    fail.claim = true;
    const { claim } = await invited();
    await expect(claim()).rejects.toThrow(WireError);
    at = castsFrom;
    expect((await visit()).kind).toBe("too-late");
  });

  test("the server's clock decides, not the device's", async () => {
    const page = { ...(await invited()).cycle };
    expect(windowNow({ ...page, ahead: Date.parse(castsFrom) - Date.now() - 1000 })).toBe("claims");
    expect(windowNow({ ...page, ahead: Date.parse(castsFrom) - Date.now() + 1000 })).toBe("casts");
  });
});

test("a link without a proper fragment is not an invitation, and none at all is a visitor", async () => {
  expect((await visit("#something")).kind).toBe("bad-link");
  expect((await visit("")).kind).toBe("visitor");
});

test("the blinding state is on the device before the claim leaves it", async () => {
  const { claim } = await invited();
  await claim();
  expect(log).toEqual(["name", "save", "claim", "save"]);
});

test("a lost answer to the claim is asked for again with the same blinded message", async () => {
  fail.claim = true;
  const { claim } = await invited();
  await expect(claim()).rejects.toThrow(WireError);
  fail.claim = false;
  const again = await invited();
  expect(again.claimedElsewhere).toBe(false);
  expect((await again.claim()).credential).toBeDefined();
});

test("another device is told that the ballot was collected, and cannot collect it again", async () => {
  await (await invited()).claim();
  records = await deviceRecords(memoryDatabase());
  const other = await invited();
  expect(other.claimedElsewhere).toBe(true);
  await expect(other.claim()).rejects.toMatchObject({ code: "CONFLICT" });
});

test("once accepted, a device keeps neither answers nor invitation nor blinding state", async () => {
  const { claim, cycle: page, deviceName } = await invited();
  const collected = await claim();
  const draft = { ...newDraft(form), seats: ["cto" as const], items: { cto_vision: 4 as const } };
  const sealed = await sealInto({ ...collected, draft }, answersOf(draft, form), page.manifest);
  expect(Object.keys(sealed).sort()).toEqual(["cycle", "group", "manifestHash", "pending"]);
  const cast = await send(wire, sealed);
  expect(Object.keys(cast).sort()).toEqual(["cast", "cycle", "group", "manifestHash"]);
  await records.save(deviceName, cast);
  const returning = { kind: "returning", deviceName, record: { cast: { version: 1, withdrawn: false } } };
  expect(await visit("")).toMatchObject(returning);
  expect(await visit()).toMatchObject(returning);
});

test("a tab that was left open never brings answers back beside a ballot that another tab sealed", async () => {
  const { claim, cycle: page, deviceName } = await invited();
  const draft = { ...newDraft(form), seats: ["cto" as const] };
  const left = { ...(await claim()), draft };
  const sealed = await sealInto(left, answersOf(draft, form), page.manifest);
  await records.save(deviceName, sealed);
  expect(await records.save(deviceName, left)).toEqual(sealed);
  const cast = await send(wire, sealed);
  await records.save(deviceName, cast);
  for (const late of [left, sealed]) expect(await records.save(deviceName, late)).toEqual(cast);
  const revising = { ...cast, draft };
  expect(await records.save(deviceName, revising)).toEqual(revising);
  const newer = await send(wire, await sealInto(revising, answersOf(draft, form), page.manifest));
  await records.save(deviceName, newer);
  expect(await records.save(deviceName, revising)).toEqual(newer);
  // What the server says of the ballot is written in any case.
  expect(await records.save(deviceName, cast)).toEqual(cast);
});

test("a ballot that came too late is taken off the device with its seed", async () => {
  await records.save("one", { cycle, manifestHash: hash, credential: {} as Credential });
  await records.forget(cycle, "two");
  expect((await records.find(cycle))?.deviceName).toBe("one");
  await records.forget(cycle, "one");
  expect([await records.find(cycle), await records.find(cycle, "one")]).toEqual([undefined, undefined]);
});

test("a sealed ballot waits through a lost answer and is sent again as it was", async () => {
  const { claim, cycle: page } = await invited();
  const draft = newDraft(form);
  const sealed = await sealInto(await claim(), answersOf(draft, form), page.manifest);
  fail.cast = true;
  await expect(send(wire, sealed)).rejects.toMatchObject({ code: "OFFLINE" });
  fail.cast = false;
  expect((await send(wire, sealed)).cast?.leaf).toBe(sealed.pending?.cast.leaf);
  expect(stored.size).toBe(1);
});

test("a receipt for another ballot is not believed", async () => {
  const { claim, cycle: page } = await invited();
  const sealed = await sealInto(await claim(), answersOf(newDraft(form), form), page.manifest);
  wire.ballot.cast = async () => ({ leaf: "00".repeat(32), version: 1 });
  await expect(send(wire, sealed)).rejects.toThrow(WrongReceipt);
});

test("with the recovery code alone another device revises and withdraws", async () => {
  const { claim, cycle: page } = await invited();
  const first = await send(wire, await sealInto(await claim(), answersOf(newDraft(form), form), page.manifest));
  if (!first.cast) throw new Error("not cast");
  const found = await recover(wire, page.manifest, hash, first.cast.seed);
  expect(found?.group).toBe("engineer");
  if (!found) throw new Error("not found");
  const revised = await send(wire, await sealInto(found, answersOf(newDraft(form), form), page.manifest));
  expect(revised.cast?.version).toBe(2);
  expect(await refreshed(wire, cycle, first.cast)).toMatchObject({ version: 2, leaf: null });
  expect((await takeBack(wire, revised)).cast).toMatchObject({ version: 3, withdrawn: true });
  expect(await recover(wire, page.manifest, hash, new Uint8Array(32))).toBeNull();
});

test("a rater's own team is taken from the list only if the manifest names it, and is sealed unless left out", async () => {
  const { record } = await invited();
  expect(record.slices).toEqual({ team: "Platform" });
  expect(answersOf(newDraft(form), form, record.slices).slices).toEqual({ team: "Platform" });
  const without = answersOf({ ...newDraft(form), leftOut: ["team"] }, form, record.slices);
  expect(without).not.toHaveProperty("slices");
  expect(() => ballotAnswersSchema.parse(answersOf(newDraft(form), form, record.slices))).not.toThrow();
});

test("a revision on the same device keeps the team, one that left it out stays without, and a recovery code has none", async () => {
  const { claim, cycle: page } = await invited();
  const collected = await claim();
  const sealed = await sealInto(collected, answersOf(newDraft(form), form, collected.slices), page.manifest);
  const first = await send(wire, sealed);
  expect(first.slices).toEqual({ team: "Platform" });
  const without = answersOf({ ...newDraft(form), leftOut: ["team"] }, form, first.slices);
  const second = await send(wire, await sealInto(first, without, page.manifest));
  expect(second).not.toHaveProperty("slices");
  const found = await recover(wire, page.manifest, hash, first.cast?.seed ?? new Uint8Array(32));
  expect(found).not.toHaveProperty("slices");
});

test("only answers about the chosen leaders are sealed, and they pass the law's schema", () => {
  const items = Object.fromEntries(
    [...form.responsibilities.cto, ...form.behaviours.vpe, ...form.pair].map(({ key }) => [key, 3 as const]),
  );
  const comments = { cto: { start: "  more why  ", stop: "   " }, vpe: { start: "not sealed" } };
  const answers = answersOf({ ...newDraft(form), seats: ["cto"], items, comments }, form);
  expect(Object.keys(answers.items)).toEqual(form.responsibilities.cto.map(({ key }) => key));
  expect(answers.comments).toEqual({ cto: { start: "more why" }, vpe: {} });
  expect(() => ballotAnswersSchema.parse(answers)).not.toThrow();
});
