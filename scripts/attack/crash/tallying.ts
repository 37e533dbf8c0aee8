import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { BallotAnswers } from "@/domain/answers";
import type { FrozenReport, ReleasedComment } from "@/domain/report";
import { buildReport } from "@/domain/tally";
import { callerFor } from "../../../prisma/factories";
import { type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { startChild } from "../child";
import { onServer } from "../stage";

export type TallyCrash = {
  kills: number;
  /** Kills after which the report was not there yet: the others came too late to hurt. */
  early: number;
  /** Kills that left a part of a report, of a ledger or of the comments without the rest. */
  halves: number;
  identical: boolean;
};

type Frozen = { report: Record<string, unknown>; comments: ReleasedComment[]; ledgers: number };

async function readFrozen(adminUrl: string, cycleId: string): Promise<Frozen> {
  const parts = await onServer<{ part: string; content: unknown }>(
    adminUrl,
    "select part, content from report_part where cycle_id = $1",
    [cycleId],
  );
  const comments = await onServer<ReleasedComment>(
    adminUrl,
    "select seat, question, text from comment where cycle_id = $1",
    [cycleId],
  );
  const ledgers = await onServer(adminUrl, "select from ledger where cycle_id = $1", [cycleId]);
  return {
    report: Object.fromEntries(parts.map(({ part, content }) => [part, content])),
    comments,
    ledgers: ledgers.length,
  };
}

/** What the law of the domain makes of the raters' own sheets, without database, envelopes or keys. */
async function oracle(adminUrl: string, cycle: TestCycle, sheets: readonly BallotAnswers[]) {
  const people = await onServer<{ email: string; id: string; name: string }>(
    adminUrl,
    "select email, id, name from member where company_id = $1 and email = any($2)",
    [cycle.companyId, [cycle.cto, cycle.vpe]],
  );
  const holder = (email: string) => {
    const person = people.find((candidate) => candidate.email === email);
    if (!person) throw new Error("a leader is missing");
    return { kind: "held" as const, name: person.name, leaderId: person.id };
  };
  return buildReport({
    quarter: testQuarter,
    seats: { cto: holder(cycle.cto), vpe: holder(cycle.vpe), onePerson: false },
    groups: { engineer: { invited: cycle.links.length, ballots: sheets }, executive: null },
    attributed: { self: { cto: null, vpe: null }, partner: { cto: null, vpe: null } },
    previous: null,
    rosterChange: null,
    yearBefore: null,
    randomInt,
  });
}

const sorted = (comments: readonly ReleasedComment[]) =>
  comments.map(({ seat, question, text }) => `${seat}/${question}/${text}`).sort();

/** As it comes back from JSON: undefined members are gone. */
const asStored = (report: FrozenReport): unknown => JSON.parse(JSON.stringify(report));

/** True if ledger, all four parts and comments are what the oracle says. */
export async function matchesOracle(adminUrl: string, cycle: TestCycle, sheets: readonly BallotAnswers[]) {
  const frozen = await readFrozen(adminUrl, cycle.cycleId);
  const expected = await oracle(adminUrl, cycle, sheets);
  return (
    frozen.ledgers === 1 &&
    isDeepStrictEqual(frozen.report, asStored(expected.report)) &&
    isDeepStrictEqual(sorted(frozen.comments), sorted(expected.comments))
  );
}

/** Closes a cycle and kills its tally at random moments, then lets it run to the end and compares the report with the oracle. */
export async function crashWhileTallying(
  adminUrl: string,
  cycle: TestCycle,
  sheets: readonly BallotAnswers[],
  kills: number,
): Promise<TallyCrash> {
  await callerFor(cycle.admin, testNow).cycle.close({ company: cycle.slug, quarter: testQuarter });
  const run = () => startChild("crash/tally-run.ts", cycle.companyId, cycle.cycleId);
  // A whole tally takes about this long; nothing is known of where in it a kill falls.
  const longest = 250 + sheets.length * 8;
  let early = 0;
  let halves = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = await run();
    await pause(randomInt(longest));
    await child.kill();
    const { report, comments, ledgers } = await readFrozen(adminUrl, cycle.cycleId);
    const parts = Object.keys(report).length;
    if (parts === 0 && ledgers === 0 && comments.length === 0) early += 1;
    else if (parts !== 4 || ledgers !== 1) halves += 1;
  }
  await (await run()).ended;
  return { kills, early, halves, identical: await matchesOracle(adminUrl, cycle, sheets) };
}
