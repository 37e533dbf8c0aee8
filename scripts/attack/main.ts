// npm run attack [-- --short]: the proofs P1–P10 as one table. Ends with 1 if one of them fails.
import { parseArgs } from "node:util";
import { wireAt } from "../../prisma/factories";
import { openTestCycle, testNow } from "../../prisma/test-cycle";
import { crashWhileCasting } from "./crash/casting";
import { crashWhileTallying } from "./crash/tallying";
import { credentialRuns } from "./credentials";
import { existingTests } from "./existing-tests";
import { type Finding, finding, tableOf } from "./findings";
import { tryForgeries, tryRepeats } from "./forgeries";
import { canaryFindings, linkageFindings, playCycles } from "./linkage/findings";
import { refusals } from "./per-person-manifest";
import { restoreDrill } from "./restore";
import { scanCycle } from "./scan/scanned-cycle";
import { type Stage, startStage } from "./stage";

const usage = `npm run attack -- [--short] [--cycles 200] [--raters 25] [--casts 2000] [--kills 24] [--runs 1000]
                      [--forgeries 10000] [--repeats 200]

  Without options: the figures that the law of anonymity asks for, in about an hour and a half.
  --short      a tenth of them, in about ten minutes; single ones can be set beside it
  --cycles     small cycles that are played and attacked, for each of the two kinds of window
  --raters     people in each of them
  --casts      ballots cast while server and PostgreSQL are killed
  --kills      how often each of them is killed
  --runs       credentials blinded, signed and finalized
  --forgeries  forged ballots that are cast
  --repeats    ballots that are each cast a hundred times at once`;

type Sizes = Record<"cycles" | "raters" | "casts" | "kills" | "runs" | "forgeries" | "repeats", number>;

const lawful: Sizes = { cycles: 200, raters: 25, casts: 2000, kills: 24, runs: 1000, forgeries: 10_000, repeats: 200 };
const short: Sizes = { cycles: 12, raters: 25, casts: 150, kills: 8, runs: 1000, forgeries: 2000, repeats: 10 };

function readSizes(): Sizes | null {
  const names = Object.keys(lawful) as (keyof Sizes)[];
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  try {
    const wantsShort = process.argv.includes("--short");
    const { values } = parseArgs({ options, args: process.argv.slice(2).filter((word) => word !== "--short") });
    const sizes = { ...(wantsShort ? short : lawful) };
    for (const name of names) if (values[name] !== undefined) sizes[name] = Number(values[name]);
    return names.every((name) => Number.isInteger(sizes[name]) && sizes[name] >= 2) ? sizes : null;
  } catch {
    return null;
  }
}

async function credentialFindings({ runs }: Sizes): Promise<Finding[]> {
  const valid = await credentialRuns(runs);
  return [finding("P1", "client library ↔ server signer", `${valid} of ${runs}`, "all", valid === runs)];
}

async function castingFindings(stage: Stage, sizes: Sizes): Promise<Finding[]> {
  const { ballots, rows, claims, signed } = await tryRepeats(stage, sizes.repeats);
  const { tried, accepted, rowsChanged, originalAccepted } = await tryForgeries(stage, sizes.forgeries);
  const refused = accepted === 0 && !rowsChanged && originalAccepted;
  return [
    finding("P2", `${ballots} ballots, each cast 100 times at once`, `${rows} rows`, `${ballots}`, rows === ballots),
    finding("P2", `${claims} different claims of one person at once`, `${signed} signed`, "1", signed === 1),
    finding("P3", `${tried} forged ballots`, `${accepted} accepted`, "0", refused),
  ];
}

async function crashFindings(stage: Stage, { casts, kills }: Sizes): Promise<Finding[]> {
  const databaseKills = Math.ceil(kills / 3);
  const { cycle, sheets, ...casting } = await crashWhileCasting(stage, {
    slug: "crashed",
    casts,
    kills,
    databaseKills,
  });
  const { acknowledged, lost, duplicates, phantoms, retries } = casting;
  const killed = `${casting.kills.server} kills of server, ${casting.kills.database} of PostgreSQL`;
  const tally = await crashWhileTallying(stage.adminUrl, cycle, sheets, kills);
  const same = tally.identical ? "report = oracle" : "report ≠ oracle";
  return [
    finding(
      "P4",
      `${casts} casts, ${killed}`,
      `${lost} lost, ${duplicates} double, ${phantoms} phantoms (${retries} retries)`,
      "0, 0, 0",
      lost + duplicates + phantoms === 0 && acknowledged === casts && casting.kills.server > 0,
    ),
    finding(
      "P4",
      `${tally.kills} kills of the tally, ${tally.early} before it was done`,
      `${same}, ${tally.halves} half`,
      "report = oracle, 0",
      tally.identical && tally.halves === 0,
    ),
  ];
}

async function linkage(stage: Stage, { cycles, raters }: Sizes): Promise<Finding[]> {
  const play = (windows: "one sitting" | "two windows") =>
    playCycles(stage, { cycles, raters, windows, say: console.log });
  const oneSitting = await play("one sitting");
  const twoWindows = await play("two windows");
  const visits = 100;
  const { refused, honest } = await refusals(wireAt(testNow), await openTestCycle("marked", { engineers: 9 }), visits);
  return [
    ...linkageFindings(oneSitting, twoWindows, raters),
    ...canaryFindings(oneSitting),
    finding(
      "P6",
      "canary: one person is handed another manifest",
      `${refused} of ${visits} refused, ${honest} honest ones open`,
      "all, all",
      refused === visits && honest === visits,
    ),
  ];
}

async function scanFindings(stage: Stage): Promise<Finding[]> {
  const quiet = await scanCycle(stage, { slug: "scanned", raters: 12 });
  for (const breach of quiet.breaches) console.log(`  ${breach}`);
  const loud = await scanCycle(stage, { slug: "loud", raters: 8, loudLog: true });
  const clean = quiet.breaches.length === 0 && quiet.strangeLines.length === 0 && quiet.errorLines > 0;
  const found = `${quiet.breaches.length} in ${quiet.findings.length} files (${quiet.errorLines} errors logged)`;
  return [
    finding(
      "P9",
      `${quiet.facts} people, ballots and keys`,
      `${found}, ${quiet.strangeLines.length} strange lines`,
      "0, 0",
      clean,
    ),
    finding(
      "P9",
      "canary: a log that tells of failed statements",
      `${loud.breaches.length} found`,
      "≥ 1",
      loud.breaches.length > 0,
    ),
    {
      proof: "P9",
      what: "files of the database's log (WAL)",
      figure: `${quiet.walWithBoth} hold people and sealed ballots`,
      aim: "sealed, see the threat model",
      verdict: "known",
    },
  ];
}

async function restoreFindings(stage: Stage): Promise<Finding[]> {
  const { cast, restored, withKeptKeys, left, keyFilesLeft } = await restoreDrill(stage, {
    slug: "restored",
    raters: 10,
  });
  const kept = `${withKeptKeys.opened} of ${withKeptKeys.envelopes}`;
  const gone = restored.opened === 0 && restored.envelopes === cast && left.envelopes === 0 && keyFilesLeft === 0;
  return [
    finding("P10", `backup of ${restored.envelopes} envelopes restored`, `${restored.opened} answers`, "0", gone),
    finding("P10", "canary: a backup of the keys was kept", kept, "all", withKeptKeys.opened === cast),
  ];
}

async function main(): Promise<number> {
  const sizes = readSizes();
  if (!sizes) {
    console.error(usage);
    return 2;
  }
  const findings: Finding[] = [];
  const step = async (name: string, work: () => Finding[] | Promise<Finding[]>) => {
    console.log(`${name} …`);
    findings.push(...(await work()));
  };
  await step("Tests that are there already", existingTests);
  const stage = await startStage({ durable: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stage.abandon();
      process.exit(130);
    });
  }
  try {
    await step("Credentials", () => credentialFindings(sizes));
    await step("Repeats and forgeries", () => castingFindings(stage, sizes));
    await step("Crashes", () => crashFindings(stage, sizes));
    await step("Linkage", () => linkage(stage, sizes));
    await step("Scan", () => scanFindings(stage));
    await step("Restore", () => restoreFindings(stage));
  } finally {
    await stage.stop();
  }
  const inBrowser = { proof: "P8", what: "requests of a real browser", figure: "npm run e2e (e2e/ballot.spec.ts)" };
  findings.push({ ...inBrowser, aim: "100 of 100", verdict: "elsewhere" });
  findings.sort((left, right) => Number.parseInt(left.proof.slice(1), 10) - Number.parseInt(right.proof.slice(1), 10));
  console.log(`\n${tableOf(findings)}`);
  return findings.some(({ verdict }) => verdict === "FAILS") ? 1 : 0;
}

process.exit(await main());
