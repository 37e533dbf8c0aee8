import { randomBytes, randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { castInputOf } from "@/ballot/protocol";
import { fromBase64Url, fromHex, toBase64Url } from "@/domain/bytes";
import { manifestSchema } from "@/domain/manifest";
import { aimed, type Measurement, plain } from "../figure";
import { runPart } from "../part";
import { preparedBallots } from "../prepare/ballots";
import { foundCompany, invitationsOf, openQuarter } from "../prepare/company";
import { percentile } from "../statistics";

const count = 5000;
const concurrency = 16;

function flipped(text: string): string {
  const bytes = fromBase64Url(text);
  const bit = randomInt(bytes.length * 8);
  return toBase64Url(bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))));
}

type Sent = { kind: string; procedure: string; body: string };

/** Forged, cut, foreign, stale and oversized ballots and claims: every one a 4xx, none slow, none a fault of ours. */
export const refusals: Measurement = async ({ url, env, dataDir, admin, withServer }) => {
  const now = new Date();
  const company = await foundCompany("refusals", 12, now);
  const cycle = await openQuarter(company, "2031-Q1", now);
  const [invitation = ""] = await invitationsOf(cycle);
  const ballots = [];
  for await (const batch of preparedBallots(cycle, 8)) ballots.push(...batch);
  const casts = ballots.map(({ ballot, credential }) => castInputOf(cycle.name, ballot, credential));
  const keyId = toBase64Url(fromHex(manifestSchema.parse(JSON.parse(cycle.manifest)).groups[0]?.issuerKeyId ?? ""));
  const claim = { cycle: cycle.name, invitation, keyId, blindedMessage: randomBytes(384).toString("base64url") };
  const fields = ["keyId", "ballotPublicKey", "envelope", "signature"] as const;
  const one = () => {
    const cast = casts[randomInt(casts.length)];
    if (!cast) throw new Error("no ballot was prepared");
    return cast;
  };
  const send = (kind: string, procedure: string, content: unknown): Sent => ({
    kind,
    procedure,
    body: typeof content === "string" ? content : JSON.stringify(content),
  });
  const makers: (() => Sent)[] = [
    ...fields.map((field) => () => send("forged", "ballot/cast", { ...one(), [field]: flipped(one()[field]) })),
    () => send("stale version", "ballot/cast", { ...one(), version: 2 + randomInt(1000) }),
    () => send("foreign", "ballot/cast", { ...one(), cycle: "somewhere-2031-q1" }),
    () => send("truncated", "ballot/cast", JSON.stringify(one()).slice(0, -1 - randomInt(20_000))),
    () => send("truncated", "ballot/cast", { ...one(), envelope: one().envelope.slice(0, -4) }),
    () => send("oversized", "ballot/cast", { ...one(), envelope: one().envelope.repeat(4) }),
    () => send("forged", "claim/claim", { ...claim, invitation: randomBytes(32).toString("base64url") }),
    () => send("foreign", "claim/claim", { ...claim, keyId: randomBytes(32).toString("base64url") }),
    () => send("unsignable", "claim/claim", { ...claim, blindedMessage: Buffer.alloc(384, 255).toString("base64url") }),
    () =>
      send("forged", "ballot/withdraw", {
        cycle: cycle.name,
        keyId,
        ballotPublicKey: one().ballotPublicKey,
        version: 2,
        signature: flipped(one().signature),
      }),
  ];
  const file = path.join(dataDir, "refusals.ndjson");
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify(makers[index % makers.length]?.()));
  fs.writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  const found = await withServer(() => runPart("refusal-load", { url, file, concurrency }, env));
  fs.rmSync(file);
  const stored = await admin.query(
    `select (select count(*) from ballot where cycle_id = $1)::int as ballots,
            (select count(*) from roster_entry where cycle_id = $1 and claimed)::int as claims`,
    [cycle.cycleId],
  );
  const wrong = found.filter(({ status }) => status < 400 || status > 499);
  for (const { kind, status } of wrong.slice(0, 5)) console.log(`  ${kind} was answered ${status}`);
  return [
    aimed({ what: `${count} mutated requests: not a 4xx`, value: wrong.length, unit: "", atMost: 0 }),
    aimed({
      what: "ballots and claims taken of them",
      value: stored.rows[0].ballots + stored.rows[0].claims,
      unit: "",
      atMost: 0,
    }),
    aimed({
      what: `a refusal, p99 at ${concurrency} at once`,
      value: percentile(
        found.map(({ time }) => time),
        0.99,
      ),
      unit: " ms",
      atMost: 250,
    }),
    plain(
      "a refusal, p50",
      `${percentile(
        found.map(({ time }) => time),
        0.5,
      ).toFixed(0)} ms`,
    ),
  ];
};
