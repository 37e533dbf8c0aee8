// npm run load [-- --engineers 20000 --concurrency 500] · npm run chaos [-- --kills 12]: loopback only, on a database and
// processes of its own that are removed afterwards.
import { parseArgs } from "node:util";
import { startStage } from "../attack/stage";
import { Problem } from "../problem";
import { type LoadRun, runLoad } from "./run";

const usual = {
  load: { engineers: 2000, concurrency: 500, kills: 0 },
  chaos: { engineers: 600, concurrency: 60, kills: 12 },
} as const;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { engineers: { type: "string" }, concurrency: { type: "string" }, kills: { type: "string" } },
  });
  const name = positionals[0] === "chaos" ? "chaos" : "load";
  const number = (option: "engineers" | "concurrency" | "kills") => Number(values[option] ?? usual[name][option]);
  const options = { engineers: number("engineers"), concurrency: number("concurrency"), kills: number("kills") };
  const fits = options.engineers >= 10 && options.engineers <= 20_000 && options.concurrency >= 1;
  if (!fits || !Object.values(options).every(Number.isInteger))
    throw new Problem("Between 10 and 20000 engineers, at least one at once; whole numbers.");
  return { name, ...options };
}

const milliseconds = ({ p50, p99 }: { p50: number; p99: number }) => `${p50.toFixed(0)} / ${p99.toFixed(0)} ms`;

function tell(run: LoadRun): string {
  const { kills, seconds, ledger } = run;
  const rows: [string, string][] = [
    ["engineers", `${run.engineers}`],
    ["accepted", `${run.accepted}`],
    ["lost", `${run.lost}`],
    ["duplicated", `${run.duplicated}`],
    ["never sent and yet stored", `${run.madeUp}`],
    ["claimed", `${run.claimed}`],
    ["in the ledger", `${ledger.cast} ballots, ${ledger.leaves} receipts, ${ledger.reportParts} parts of the report`],
    ["killed", `app ${kills.app}, worker ${kills.worker}, PostgreSQL ${kills.database}`],
    ["5xx", `${run.faults}, each repeated by the client`],
    ["no answer at all", `${run.unanswered}, each repeated by the client`],
    ["raters who would have noticed", `${run.gaveUp}`],
    ["claim, p50 / p99", milliseconds(run.claims)],
    ["cast, p50 / p99", milliseconds(run.casts)],
    [
      "claims and casts",
      `${(run.accepted / seconds.send).toFixed(0)} of each a second, for ${seconds.send.toFixed(0)} s`,
    ],
    ["founding and opening", `${seconds.open.toFixed(1)} s`],
    ["close and count", `${seconds.count.toFixed(1)} s`],
    ["peak memory of a process", run.peakMegabytes === null ? "not known here" : `${run.peakMegabytes.toFixed(0)} MB`],
  ];
  const note = `The clients' own mathematics is left out (about 90 ms of their processor for each claim): a claim sends a random
number that is as good as a blinded message, and the ballots were sealed beforehand with credentials made by the cycle's own
key. The server verifies and stores them as any other. Clients, servers and PostgreSQL share this machine.`;
  return `\n${rows.map(([name, value]) => `${name.padEnd(32)}${value}`).join("\n")}\n\n${note}\n`;
}

try {
  const { name, ...options } = readOptions();
  const stage = await startStage({ durable: true });
  process.once("SIGINT", () => {
    stage.abandon();
    process.exit(130);
  });
  try {
    const run = await runLoad(stage, { slug: name, ...options, say: console.log });
    console.log(tell(run));
    const good =
      run.accepted === run.engineers &&
      run.lost + run.duplicated + run.madeUp + run.gaveUp === 0 &&
      run.ledger.cast === run.engineers &&
      (options.kills > 0 || run.faults + run.unanswered === 0);
    console.log(good ? "0 lost, 0 duplicated." : "THE GOAL WAS MISSED.");
    process.exitCode = good ? 0 : 1;
  } finally {
    await stage.stop();
  }
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
process.exit();
