import { randomBytes, randomInt } from "node:crypto";
import { sealInto, send } from "@/ballot/cast";
import { collect } from "@/ballot/collect";
import type { DeviceRecord } from "@/ballot/device-record";
import { manifestIn } from "@/ballot/fingerprint";
import type { CastRequest, Wire } from "@/ballot/wire";
import type { Answer, BallotAnswers } from "@/domain/answers";
import { fromBase64Url, toHex } from "@/domain/bytes";
import { nullifierOf } from "@/domain/envelope";
import type { Manifest } from "@/domain/manifest";
import type { readLink } from "../../prisma/demo/engineer";
import { plainBallot } from "../../prisma/plain-ballot";

/** A rater between claiming and casting: everything is on their own device. */
export type Claimed = { record: DeviceRecord; manifest: Manifest };

/** A rater's ballot as sent, with what only the rater knows. */
export type Sent = { request: CastRequest; leaf: string; nullifier: string; seed: Uint8Array };

const letters = "abcdefghijklmnopqrstuvwxyz ";

/** Answers that nobody else gives: every statement at random, and a comment of random text and length. */
export function inventSheet(): BallotAnswers {
  const base = plainBallot(3);
  const items = Object.fromEntries(Object.keys(base.items).map((key) => [key, (1 + randomInt(5)) as Answer]));
  const words = Array.from({ length: 20 + randomInt(300) }, () => letters[randomInt(letters.length)]).join("");
  const start = `${randomBytes(6).toString("hex")} ${words.trim()}`.trim();
  return { ...base, items, comments: { cto: { start }, vpe: {} } };
}

/** Collects the credential of one invitation, as the browser does. */
export async function claim(wire: Wire, link: ReturnType<typeof readLink>): Promise<Claimed> {
  const { cycle, manifestHash, invitation } = link;
  const invited = await wire.claim.manifest({ cycle, invitation });
  const manifest = manifestIn(invited.manifest, cycle);
  const save = async () => undefined;
  return {
    record: await collect(wire, { cycle, manifestHash, invitation }, manifest, invited.person.group, save),
    manifest,
  };
}

/** Seals answers without sending them. */
export async function sealed(claimed: Claimed, answers: BallotAnswers): Promise<Sent & { record: DeviceRecord }> {
  const record = await sealInto(claimed.record, answers, claimed.manifest);
  if (!record.pending?.cast.leaf) throw new Error("nothing was sealed");
  const { request, cast } = record.pending;
  const nullifier = await nullifierOf(fromBase64Url(request.ballotPublicKey), cast.keyId);
  return { record, request, leaf: cast.leaf ?? "", nullifier: toHex(nullifier), seed: cast.seed };
}

/** Seals answers and casts them. */
export async function castSheet(wire: Wire, claimed: Claimed, answers: BallotAnswers): Promise<Sent> {
  const { record, ...sent } = await sealed(claimed, answers);
  await send(wire, record);
  return sent;
}
