import fs from "node:fs";
import { wireOver } from "@/ballot/wire";
import { withCompany } from "@/server/db/with-company";
import { sendInvitation } from "@/server/invitation/commands";
import { runClaimNotice, sendClaimNotice } from "@/server/notice/commands";
import { destroyCycle, tallyCycle } from "@/server/tally/commands";
import { callerFor } from "../../../prisma/factories";
import { openTestCycle, type TestCycle, testCloses, testNow, testQuarter } from "../../../prisma/test-cycle";
import { startChild } from "../child";
import { type Dump, dumpDatabase } from "../linkage/dump";
import { castSheet, claim, inventSheet, type Sent, sealed } from "../rater";
import { onServer, type Stage } from "../stage";
import { provokeDatabaseErrors, provokeFailingRow, provokeRefusals } from "./provoke";
import { breaches, type Exhibit, type Finding, factsOf, filesUnder, scan } from "./secrets";

export type Scan = {
  findings: Finding[];
  breaches: string[];
  /** What people, ballots and keys there were to find. */
  facts: number;
  /** HTTP answers to what was provoked: none may be 200 but the repeated cast. */
  statuses: number[];
  /** Lines of PostgreSQL's log that tell of an error: without any, a clean log would prove nothing. */
  errorLines: number;
  /** Files of the database's log (WAL) that hold people and ballots alike; not among the breaches, see docs/threat-model.md. */
  walWithBoth: number;
  /** Lines of the application's log that are not of the known forms. */
  strangeLines: string[];
};

/** Only a program's own words may be in the application's log: never what was sent, by whom or from where. */
const knownLine =
  /^(?:ready \d+|\{"level":"error","event":"ballot fault","procedure":"(?:unknown|[a-z]+)","kind":"[A-Za-z]+"\})$/;

export const strangeLinesOf = (log: string): string[] =>
  log.split("\n").filter((line) => line !== "" && !knownLine.test(line));

const exhibitsOf = ({ moment, tables }: Dump): Exhibit[] =>
  Object.entries(tables).map(([table, rows]) => ({
    name: `dump when ${moment}: ${table}`,
    content: Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n")),
  }));

/**
 * Runs a cycle over HTTP against a real process, provokes errors on its ballot routes, and looks for every person, ballot,
 * seed and private key in dumps (one file a table, as pg_dump's directory format writes them) and logs.
 */
export async function scanCycle(
  stage: Stage,
  options: { slug: string; raters: number; loudLog?: boolean },
): Promise<Scan> {
  const cycle = await openTestCycle(options.slug, { engineers: Math.max(9, options.raters + 1) });
  const { companyId, cycleId } = cycle;
  const dumps: Dump[] = [];
  const dump = async (moment: Dump["moment"]) => void dumps.push(await dumpDatabase(stage.adminUrl, moment, null));
  const deliveries = await withCompany({ companyId }, (tx) => tx.delivery.findMany({ where: { companyId, cycleId } }));
  for (const { id } of deliveries) await sendInvitation({ companyId, cycleId, deliveryId: id }, testNow);
  await dump("opened");
  if (options.loudLog) await setLoud(stage, true);
  const logFrom = fs.statSync(stage.postgresLog).size;
  const server = await startChild("crash/casting-server.ts");
  const origin = `http://127.0.0.1:${server.port}`;
  const wire = wireOver(origin);
  const sent: Sent[] = [];
  for (const { link } of cycle.links.slice(0, options.raters)) {
    sent.push(await castSheet(wire, await claim(wire, link), inventSheet()));
  }
  const [first, second] = sent;
  if (!first || !second) throw new Error("a scan needs two ballots at least");
  const statuses = await provokeRefusals(origin, first, cycle.links[0]?.link.invitation ?? "");
  // A new ballot, because a repeated one changes nothing and so meets no constraint.
  const spare = cycle.links[options.raters];
  if (spare) {
    const extra = await claim(wire, spare.link);
    const refused = await castAgainstConstraint(stage, origin, extra);
    statuses.push(refused.status);
    sent.push(refused.sent);
  }
  await tellOfClaims(cycle);
  await provokeDatabaseErrors(process.env.DATABASE_BALLOT_URL ?? "", cycle, second);
  await dump("cast");
  const facts = await factsOf(cycle, sent, Buffer.from(process.env.TANDEM_MASTER_KEY ?? "", "base64"));
  await callerFor(cycle.admin, testNow).cycle.close({ company: cycle.slug, quarter: testQuarter });
  await tallyCycle(cycle);
  await dump("tallied");
  await destroyCycle(cycle, testCloses);
  await dump("destroyed");
  await server.kill();
  if (options.loudLog) await setLoud(stage, false);
  const postgresLog = fs.readFileSync(stage.postgresLog).subarray(logFrom);
  const exhibits = [
    ...dumps.flatMap(exhibitsOf),
    { name: "log of PostgreSQL", content: postgresLog },
    { name: "log of the application", content: Buffer.from(server.output()) },
  ];
  const findings = scan(exhibits, facts);
  return {
    findings,
    breaches: breaches(findings),
    facts: facts.length,
    statuses,
    errorLines: postgresLog
      .toString("utf8")
      .split("\n")
      .filter((line) => line.includes("ERROR:")).length,
    walWithBoth: scan(await walFiles(stage), facts).filter(({ kinds }) => kinds.person > 0 && kinds.ballot > 0).length,
    strangeLines: strangeLinesOf(server.output()),
  };
}

async function castAgainstConstraint(stage: Stage, origin: string, claimed: Awaited<ReturnType<typeof claim>>) {
  const { record: _, ...sent } = await sealed(claimed, inventSheet());
  return { sent, status: await provokeFailingRow(stage.adminUrl, origin, sent) };
}

/** What an installation does every hour, and its mails. */
async function tellOfClaims({ companyId, cycleId }: TestCycle): Promise<void> {
  await runClaimNotice({ companyId, cycleId }, testNow);
  const told = await withCompany({ companyId }, (tx) =>
    tx.rosterEntry.findMany({ where: { companyId, cycleId, claimNoticed: true }, select: { id: true } }),
  );
  for (const { id } of told) await sendClaimNotice({ companyId, cycleId, rosterEntryId: id });
}

/** A PostgreSQL as many are set up: it tells of the statement that failed, and with which values. Then back to ours. */
async function setLoud(stage: Stage, loud: boolean): Promise<void> {
  const settings = {
    log_error_verbosity: loud ? "default" : "terse",
    log_min_error_statement: loud ? "error" : "panic",
    log_parameter_max_length_on_error: loud ? "-1" : "0",
  };
  for (const [name, value] of Object.entries(settings)) {
    await onServer(stage.adminUrl, `alter role tandem_ballot set ${name} = '${value}'`);
  }
}

async function walFiles(stage: Stage): Promise<Exhibit[]> {
  const [row] = await onServer<{ folder: string }>(
    stage.adminUrl,
    "select current_setting('data_directory') as folder",
  );
  return filesUnder(`${row?.folder}/pg_wal`);
}
