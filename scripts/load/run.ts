import { randomInt } from "node:crypto";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { manifestSchema } from "@/domain/manifest";
import { account, storedLeaves } from "../attack/crash/casting";
import { onServer, type Stage } from "../attack/stage";
import { type BenchCycle, closeQuarter, foundCompany, invitationsOf, openQuarter } from "../bench/prepare/company";
import { percentile } from "../bench/statistics";
import { errandsIn, prepareErrands } from "./errands";
import { type Processes, startProcesses } from "./processes";
import { sendAll } from "./raters";

type Options = {
  slug: string;
  engineers: number;
  concurrency: number;
  /** How many processes are killed at random moments while people collect and cast, and then while it is counted. */
  kills: number;
  say?: (text: string) => void;
};

type Latency = { p50: number; p99: number };
export type LoadRun = {
  engineers: number;
  accepted: number;
  lost: number;
  duplicated: number;
  madeUp: number;
  /** Roster entries marked as claimed. */
  claimed: number;
  faults: number;
  unanswered: number;
  gaveUp: number;
  kills: { app: number; worker: number; database: number };
  claims: Latency;
  casts: Latency;
  seconds: { open: number; prepare: number; send: number; count: number };
  peakMegabytes: number | null;
  /** What the ledger says of the cycle after the count. */
  ledger: { cast: number; leaves: number; reportParts: number };
};

const latency = (times: readonly number[]): Latency => ({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) });

const kinds = ["database", "app", "worker"] as const;

/** Kills PostgreSQL, an app process and the worker in turn at random moments, and starts each again, until told to stop. */
function startReaper(stage: Stage, processes: Processes, options: { kills: number; tally: LoadRun["kills"] }) {
  let over = false;
  let left = options.kills;
  let turn = 0;
  const worker = processes.count - 1;
  const reap = async () => {
    while (!over && left > 0) {
      await pause(300 + randomInt(900));
      if (over) return;
      left -= 1;
      const kind = kinds[turn++ % kinds.length] ?? "app";
      options.tally[kind] += 1;
      if (kind === "database") await stage.crashDatabase();
      else await processes.crash(kind === "worker" ? worker : randomInt(worker));
    }
  };
  const reaping = reap();
  return async () => {
    over = true;
    await reaping;
  };
}

/** Waits for the report; the worker that counts it may be killed while it does. */
async function waitForReport(stage: Stage, { companyId, cycleId }: BenchCycle) {
  for (let waited = 0; waited < 600_000; waited += 200) {
    const rows = await onServer<{ parts: number; cast: number; leaves: number }>(
      stage.adminUrl,
      `select (select count(*)::int from report_part where company_id = $1 and cycle_id = $2) as parts,
         jsonb_array_length(content -> 'leaves') as leaves,
         (select sum((it ->> 'cast')::int)::int from jsonb_array_elements(content -> 'groups') it) as cast
       from ledger where company_id = $1 and cycle_id = $2`,
      [companyId, cycleId],
    ).catch(() => []);
    const [row] = rows;
    if (row && row.parts > 0) return { cast: row.cast, leaves: row.leaves, reportParts: row.parts };
    await pause(200);
  }
  throw new Error("the cycle was not counted within ten minutes");
}

/** A company opens, all its engineers collect and cast over HTTP, it closes and is counted; returns what became of every ballot. */
export async function runLoad(stage: Stage, options: Options): Promise<LoadRun> {
  const say = options.say ?? (() => undefined);
  const clock = { begun: performance.now() };
  const lap = () => {
    const seconds = (performance.now() - clock.begun) / 1000;
    clock.begun = performance.now();
    return seconds;
  };
  const now = new Date();
  say(`Founding a company of ${options.engineers} engineers and opening its cycle …`);
  const cycle = await openQuarter(await foundCompany(options.slug, options.engineers, now), "2031-Q1", now);
  const open = lap();
  // Nobody's mail: there is no mail server to be measured.
  await onServer(stage.adminUrl, "delete from pgboss.job where name = 'invitation-mail'");
  say("Sealing a ballot for each of them …");
  const file = path.join(stage.dataDir, `${options.slug}.ndjson`);
  const leaves = await prepareErrands(cycle, await invitationsOf(cycle), file);
  const prepare = lap();
  const issuerKeyId = manifestSchema.parse(JSON.parse(cycle.manifest)).groups[0]?.issuerKeyId ?? "";
  const kills = { app: 0, worker: 0, database: 0 };
  const processes = await startProcesses();
  const reaper = (count: number) => startReaper(stage, processes, { kills: count, tally: kills });
  try {
    say(`${options.concurrency} at once collect and cast …`);
    clock.begun = performance.now();
    const duringCasts = Math.ceil(options.kills * 0.75);
    const stopReaper = reaper(duringCasts);
    const sent = await sendAll(errandsIn(file), {
      origins: processes.origins,
      cycle: cycle.name,
      issuerKeyId,
      concurrency: options.concurrency,
      // Spreads the casts over the whole time in which something is killed.
      spreadMilliseconds: Math.ceil((4000 * duringCasts * options.concurrency) / options.engineers),
    }).finally(stopReaper);
    const send = lap();
    const stored = await storedLeaves(stage.adminUrl, cycle.cycleId);
    const [{ claimed = 0 } = {}] = await onServer<{ claimed: number }>(
      stage.adminUrl,
      "select count(*)::int as claimed from roster_entry where cycle_id = $1 and claimed",
      [cycle.cycleId],
    );
    say("Closing and counting …");
    await closeQuarter(cycle, new Date());
    const stopLastReaper = reaper(options.kills - duringCasts);
    const ledger = await waitForReport(stage, cycle).finally(stopLastReaper);
    const { lost, duplicates, phantoms } = account(sent.acknowledged, leaves, stored);
    return {
      engineers: options.engineers,
      accepted: sent.acknowledged.size,
      lost,
      duplicated: duplicates,
      madeUp: phantoms,
      claimed,
      faults: sent.faults,
      unanswered: sent.unanswered,
      gaveUp: sent.gaveUp,
      kills,
      claims: latency(sent.claims),
      casts: latency(sent.casts),
      seconds: { open, prepare, send, count: lap() },
      peakMegabytes: processes.peakMegabytes(),
      ledger,
    };
  } finally {
    await processes.stop();
  }
}
