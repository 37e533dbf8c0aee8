import fs from "node:fs";
import path from "node:path";
import { castInputOf } from "@/ballot/protocol";
import { aimed, type Measurement, plain } from "../figure";
import { runPart } from "../part";
import { preparedBallots } from "../prepare/ballots";
import { foundCompany, openQuarter } from "../prepare/company";
import { median, percentile } from "../statistics";

const [warmUp, rounds, castsPerRound, concurrency] = [300, 3, 600, 32] as const;

/** Casts over HTTP with full verification and durable insert, against single-row inserts of as many bytes. */
export const casts: Measurement = async (stage) => {
  const now = new Date();
  const cycle = await openQuarter(await foundCompany("casts", 10, now), "2031-Q1", now);
  const file = path.join(stage.dataDir, "casts.ndjson");
  const output = fs.openSync(file, "w", 0o600);
  for await (const batch of preparedBallots(cycle, warmUp + rounds * castsPerRound)) {
    const requests = batch.map(({ ballot, credential }) => castInputOf(cycle.name, ballot, credential));
    fs.writeSync(output, requests.map((request) => `${JSON.stringify(request)}\n`).join(""));
  }
  fs.closeSync(output);
  const { url, adminUrl, env } = stage;
  const found = await stage.withServer(() =>
    runPart("cast-load", { url, file, adminUrl, concurrency, warmUp, rounds }, env),
  );
  fs.rmSync(file);
  const stored = await stage.admin.query("select count(*)::int as ballots from ballot where cycle_id = $1", [
    cycle.cycleId,
  ]);
  if (stored.rows[0]?.ballots !== warmUp + rounds * castsPerRound) throw new Error("not every accepted cast is stored");
  const ratio = median(found.rounds.map((round) => round.casts / round.inserts));
  return [
    plain("casts accepted, 32 at once", `${median(found.rounds.map((round) => round.casts)).toFixed(0)}/s`),
    plain("raw inserts of 16 KiB, 32 at once", `${median(found.rounds.map((round) => round.inserts)).toFixed(0)}/s`),
    aimed({ what: "casts : raw inserts", value: ratio, unit: "", atLeast: 0.35, digits: 2 }),
    aimed({ what: "cast, p99 at 32 at once", value: percentile(found.times, 0.99), unit: " ms", atMost: 100 }),
    plain("cast, p50 at 32 at once", `${median(found.times).toFixed(0)} ms`),
  ];
};
