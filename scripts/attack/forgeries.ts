import { randomBytes, randomInt } from "node:crypto";
import { blind, castInputOf, revise } from "@/ballot/protocol";
import type { CastRequest, Wire } from "@/ballot/wire";
import type { BallotAnswers } from "@/domain/answers";
import { fromBase64Url, fromHex, toBase64Url } from "@/domain/bytes";
import { wireAt } from "../../prisma/factories";
import { openTestCycle, type TestCycle, testNow } from "../../prisma/test-cycle";
import { type Claimed, claim, inventSheet, type Sent, sealed } from "./rater";
import { onServer, type Stage } from "./stage";

export type Forgeries = {
  tried: number;
  accepted: number;
  rowsChanged: boolean;
  /** The ballot that most were forged from, sent as it is: refusing everything would be no proof. */
  originalAccepted: boolean;
};
export type Repeats = { ballots: number; rows: number; claims: number; signed: number };

/** Flips one bit of a base64url field. */
function flipped(field: string): string {
  const bytes = fromBase64Url(field);
  const bit = randomInt(bytes.length * 8);
  return toBase64Url(bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))));
}

const oneOf = <Element>(elements: readonly Element[]): Element => elements[randomInt(elements.length)] as Element;
const binary = ["keyId", "ballotPublicKey", "envelope", "signature"] as const;

type Material = { victims: Sent[]; thief: Sent; otherCycle: string; otherKeys: string[]; stale: CastRequest };

/** One forged ballot of a random kind: bits, keys, cycles, groups, versions, copied or cut envelopes, another's key. */
function forge({ victims, thief, otherCycle, otherKeys, stale }: Material): CastRequest {
  const { request } = oneOf(victims);
  const credential = request.credential ?? { messagePrefix: "", signature: "" };
  const kinds: (() => CastRequest)[] = [
    ...binary.map((field) => () => ({ ...request, [field]: flipped(request[field]) })),
    () => ({ ...request, credential: { ...credential, signature: flipped(credential.signature) } }),
    () => ({ ...request, credential: { ...credential, messagePrefix: flipped(credential.messagePrefix) } }),
    () => ({ ...request, version: 2 + randomInt(1000) }),
    () => ({ ...request, cycle: otherCycle }),
    () => ({ ...request, keyId: oneOf(otherKeys) }),
    () => ({ ...thief.request, envelope: request.envelope }),
    () => ({ ...thief.request, ballotPublicKey: request.ballotPublicKey }),
    () => ({ ...request, ballotPublicKey: thief.request.ballotPublicKey, signature: thief.request.signature }),
    () => ({ ...thief.request, credential }),
    () => ({ ...request, envelope: request.envelope.slice(0, -1 - randomInt(500)) }),
    () => ({ ...request, signature: randomBytes(64).toString("base64url") }),
    () => stale,
  ];
  return oneOf(kinds)();
}

const rowsOf = (stage: Stage, cycle: TestCycle) =>
  onServer<{ all: string }>(
    stage.adminUrl,
    `select coalesce(string_agg(encode(sha256(nullifier || int4send(version) || envelope || ballot_signature), 'hex'), ','
       order by nullifier), '') as all from ballot where cycle_id = $1`,
    [cycle.cycleId],
  );

/** P3: forged ballots against a cycle that holds some honest ones; none may be taken, and no row may change. */
export async function tryForgeries(stage: Stage, count: number): Promise<Forgeries> {
  const cycle = await openTestCycle("forged", { engineers: 9, executives: 8 });
  const other = await openTestCycle("foreign", { engineers: 9 });
  const wire = wireAt(testNow);
  const make = async (of: TestCycle, index: number) => {
    const link = of.links[index]?.link;
    if (!link) throw new Error("nobody is invited");
    const claimed = await claim(wire, link);
    const { record, ...sent } = await sealed(claimed, inventSheet());
    return { claimed, sent, cast: record.pending?.cast };
  };
  const [revised, first, second, thief] = [
    await make(cycle, 0),
    await make(cycle, 1),
    await make(cycle, 2),
    await make(cycle, 3),
  ];
  for (const { sent } of [revised, first]) await wire.ballot.cast(sent.request);
  if (!revised.cast) throw new Error("nothing was sealed");
  const again = await revise(inventSheet(), revised.claimed.manifest, revised.cast);
  await wire.ballot.cast(castInputOf(revised.sent.request.cycle, again));
  const keys = [...first.claimed.manifest.groups, ...(await make(other, 0)).claimed.manifest.groups];
  const material: Material = {
    victims: [first.sent, second.sent],
    thief: thief.sent,
    otherCycle: other.links[0]?.link.cycle ?? "",
    otherKeys: keys
      .map(({ issuerKeyId }) => toBase64Url(fromHex(issuerKeyId)))
      .filter((keyId) => keyId !== first.sent.request.keyId),
    stale: revised.sent.request,
  };
  const [before] = await rowsOf(stage, cycle);
  let accepted = 0;
  for (let tried = 0; tried < count; tried += 50) {
    const batch = Array.from({ length: Math.min(50, count - tried) }, () => wire.ballot.cast(forge(material)));
    const outcomes = await Promise.allSettled(batch);
    accepted += outcomes.filter(({ status }) => status === "fulfilled").length;
  }
  const [after] = await rowsOf(stage, cycle);
  const originalAccepted = await wire.ballot.cast(second.sent.request).then(
    ({ leaf }) => leaf === second.sent.leaf,
    () => false,
  );
  return { tried: count, accepted, rowsChanged: before?.all !== after?.all, originalAccepted };
}

const castHundredTimes = async (wire: Wire, claimed: Claimed, answers: BallotAnswers) => {
  const { request } = await sealed(claimed, answers);
  await Promise.all(Array.from({ length: 100 }, () => wire.ballot.cast(request)));
};

/** P2: ballots sent a hundred times at once each, and a hundred different claims of one person at once. */
export async function tryRepeats(stage: Stage, ballots: number): Promise<Repeats> {
  const cycle = await openTestCycle("repeated", { engineers: Math.max(9, ballots + 1) });
  const wire = wireAt(testNow);
  for (const { link } of cycle.links.slice(0, ballots)) {
    await castHundredTimes(wire, await claim(wire, link), inventSheet());
  }
  const [counted] = await onServer<{ rows: number }>(
    stage.adminUrl,
    "select count(*)::int as rows from ballot where cycle_id = $1",
    [cycle.cycleId],
  );
  const last = cycle.links[ballots]?.link;
  if (!last) throw new Error("nobody is left to claim");
  const [group] = JSON.parse((await wire.ballot.manifest({ cycle: last.cycle })).manifest).groups;
  const keyId = fromHex(group.issuerKeyId);
  const blinded = await Promise.all(Array.from({ length: 100 }, () => blind(fromBase64Url(group.issuerKey), keyId)));
  const claims = await Promise.allSettled(
    blinded.map(({ blindedMessage }) =>
      wire.claim.claim({
        cycle: last.cycle,
        invitation: last.invitation,
        keyId: toBase64Url(keyId),
        blindedMessage: toBase64Url(blindedMessage),
      }),
    ),
  );
  const signed = claims.filter(({ status }) => status === "fulfilled").length;
  return { ballots, rows: counted?.rows ?? 0, claims: claims.length, signed };
}
