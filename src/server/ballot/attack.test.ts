import { beforeAll, describe, expect, test } from "vitest";
import { ballotKeyOf } from "@/ballot/ballot-key";
import { sealInto } from "@/ballot/cast";
import { collect } from "@/ballot/collect";
import type { DeviceRecord } from "@/ballot/device-record";
import { blind, castInputOf, revise, withdraw } from "@/ballot/protocol";
import type { CastRequest } from "@/ballot/wire";
import { fromBase64Url, fromHex, toBase64Url } from "@/domain/bytes";
import { manifestSchema } from "@/domain/manifest";
import { withTally } from "@/server/db/with-tally";
import { wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testCloses, testNow } from "../../../prisma/test-cycle";

const wire = wireAt(testNow);
let cycle: TestCycle;
let other: TestCycle;

beforeAll(async () => {
  cycle = await openTestCycle("attacked", { engineers: 30, executives: 8 });
  other = await openTestCycle("elsewhere", { engineers: 9 });
});

const noSave = async () => undefined;

async function collected(
  of: TestCycle,
  index: number,
): Promise<{ record: DeviceRecord; request: CastRequest; manifest: ReturnType<typeof manifestSchema.parse> }> {
  const link = of.links[index]?.link;
  if (!link) throw new Error("no such invitation");
  const invited = await wire.claim.manifest({ cycle: link.cycle, invitation: link.invitation });
  const manifest = manifestSchema.parse(JSON.parse(invited.manifest));
  const record = await collect(wire, { ...link }, manifest, invited.person.group, noSave);
  const sealed = await sealInto(record, plainBallot(3), manifest);
  if (!sealed.pending) throw new Error("nothing sealed");
  return { record: sealed, request: sealed.pending.request, manifest };
}

const countBallots = ({ companyId, cycleId }: TestCycle) =>
  withTally(companyId, (tx) => tx.ballot.count({ where: { companyId, cycleId } }));

/** Flips one bit of a base64url field. */
function flip(text: string, bit: number): string {
  const bytes = fromBase64Url(text);
  const at = (bit >> 3) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
  return toBase64Url(bytes);
}

describe("idempotency (P2)", () => {
  test("a hundred identical casts at once are all accepted and give one ballot", async () => {
    const before = await countBallots(cycle);
    const { request } = await collected(cycle, 10);
    const answers = await Promise.all(Array.from({ length: 100 }, () => wire.ballot.cast(request)));
    expect(new Set(answers.map(({ leaf }) => leaf)).size).toBe(1);
    expect(await countBallots(cycle)).toBe(before + 1);
  });

  test("of a hundred different claims of one person exactly one is signed", async () => {
    const link = cycle.links[11]?.link;
    const issuer = JSON.parse((await wire.ballot.manifest({ cycle: link?.cycle ?? "" })).manifest).groups[0];
    const messages = await Promise.all(
      Array.from({ length: 100 }, () => blind(fromBase64Url(issuer.issuerKey), fromHex(issuer.issuerKeyId))),
    );
    const claims = await Promise.allSettled(
      messages.map(({ blindedMessage }) =>
        wire.claim.claim({
          cycle: link?.cycle ?? "",
          invitation: link?.invitation ?? "",
          keyId: toBase64Url(fromHex(issuer.issuerKeyId)),
          blindedMessage: toBase64Url(blindedMessage),
        }),
      ),
    );
    expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }, 60_000);
});

describe("forgery (P3)", () => {
  test("no ballot with a flipped bit, in any field, is accepted", async () => {
    const { request } = await collected(cycle, 12);
    const before = await countBallots(cycle);
    const { credential } = request;
    if (!credential) throw new Error("a first cast carries a credential");
    const fields = ["keyId", "ballotPublicKey", "envelope", "signature"] as const;
    const mutants: CastRequest[] = [];
    for (let bit = 0; bit < 100; bit += 1) {
      for (const field of fields) mutants.push({ ...request, [field]: flip(request[field], bit * 37 + 5) });
      mutants.push({ ...request, credential: { ...credential, signature: flip(credential.signature, bit * 31) } });
      mutants.push({
        ...request,
        credential: { ...credential, messagePrefix: flip(credential.messagePrefix, bit * 2) },
      });
      mutants.push({ ...request, version: bit + 2 });
    }
    const outcomes = await Promise.allSettled(mutants.map((mutant) => wire.ballot.cast(mutant)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toEqual([]);
    const codes = outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "OK"));
    expect([...new Set(codes)].sort()).toEqual(["BAD_REQUEST"]);
    expect(await countBallots(cycle)).toBe(before);
  }, 60_000);

  test("a credential of one group, cycle or company is worth nothing in another", async () => {
    const engineer = await collected(cycle, 13);
    const executiveKey = engineer.manifest.groups.find(({ group }) => group === "executive")?.issuerKeyId ?? "";
    const elsewhere = other.links[0]?.link.cycle ?? "";
    await expect(
      wire.ballot.cast({ ...engineer.request, keyId: toBase64Url(fromHex(executiveKey)) }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(wire.ballot.cast({ ...engineer.request, cycle: elsewhere })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("a copied envelope cannot be cast under another ballot key", async () => {
    const victim = await collected(cycle, 14);
    const thief = await collected(cycle, 15);
    await wire.ballot.cast(victim.request);
    await expect(wire.ballot.cast({ ...thief.request, envelope: victim.request.envelope })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("a truncated, oversized or unknown field is refused before anything is looked up", async () => {
    const { request } = await collected(cycle, 16);
    for (const bad of [
      { ...request, envelope: request.envelope.slice(0, -4) },
      { ...request, envelope: `${request.envelope}AAAA` },
      { ...request, version: 0 },
      { ...request, version: 1.5 },
      { ...request, name: "Ada" },
    ]) {
      await expect(wire.ballot.cast(bad)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});

describe("revise and withdraw", () => {
  test("the ballot key alone revises and withdraws; a stale version is a conflict; a withdrawn ballot can come back", async () => {
    const { record, request, manifest } = await collected(cycle, 17);
    await wire.ballot.cast(request);
    const cast = record.pending?.cast;
    if (!cast) throw new Error("nothing cast");
    const second = castInputOf(request.cycle, await revise(plainBallot(5), manifest, cast));
    expect(second).not.toHaveProperty("credential");
    await wire.ballot.cast(second);
    await expect(wire.ballot.cast(request)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await wire.ballot.withdraw(await withdraw(request.cycle, { ...cast, version: 2 }))).toEqual({ version: 3 });
    const again = castInputOf(request.cycle, await revise(plainBallot(4), manifest, { ...cast, version: 3 }));
    expect((await wire.ballot.cast(again)).version).toBe(4);
  });

  test("somebody else's key cannot withdraw a ballot", async () => {
    const { record, request } = await collected(cycle, 18);
    await wire.ballot.cast(request);
    const cast = record.pending?.cast;
    if (!cast) throw new Error("nothing cast");
    const stranger = await ballotKeyOf(crypto.getRandomValues(new Uint8Array(32)));
    const theirs = await withdraw(request.cycle, { ...cast, seed: stranger.seed });
    await expect(wire.ballot.withdraw(theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(wire.ballot.withdraw({ ...theirs, ballotPublicKey: request.ballotPublicKey })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

test("after the announced closing time nothing is taken, even if nobody pressed close", async () => {
  const { request } = await collected(cycle, 19);
  await expect(wireAt(testCloses).ballot.cast(request)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});
