import { beforeAll, expect, test } from "vitest";
import { quarterAfter } from "@/domain/quarter";
import type { FrozenReport } from "@/domain/report";
import { ballot, ballots, owners, reportOf } from "@/domain/report-fixtures";
import { withCompany } from "@/server/db/with-company";
import { withTally } from "@/server/db/with-tally";
import { tallyCycle } from "@/server/tally/commands";
import { readFacts } from "@/server/tally/reading";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, tenantFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";

const day = 86_400_000;
const later = new Date(testNow.getTime() + 10 * day);
const yearAgo = quarterAfter(testQuarter, -4);
const quarterAgo = quarterAfter(testQuarter, -1);
let cycle: TestCycle;
let cto: string;
let vpe: string;

/** Writes a released cycle of an earlier quarter with its frozen report, as a tally left it; returns its id. */
async function frozenCycle(companyId: string, quarter: string, report: FrozenReport, moment: Date): Promise<string> {
  const { id } = await withCompany({ companyId }, (tx) =>
    tx.cycle.create({
      data: {
        companyId,
        quarter,
        phase: "released",
        opensAt: moment,
        closesAt: moment,
        closedAt: moment,
        releasedAt: moment,
        boardAt: moment,
      },
    }),
  );
  await withTally(companyId, (tx) =>
    tx.reportPart.createMany({
      data: (["response", "cto", "vpe", "pair"] as const).map((part) => ({
        companyId,
        cycleId: id,
        part,
        content: report[part],
      })),
    }),
  );
  return id;
}

const ref = () => ({ company: cycle.slug, quarter: testQuarter });

beforeAll(async () => {
  cycle = await openTestCycle("compared", { engineers: 12 });
  const { companyId } = cycle;
  cto = (await tenantFor(cycle.slug, cycle.cto, testNow)).memberId;
  vpe = (await tenantFor(cycle.slug, cycle.vpe, testNow)).memberId;
  const report = (quarter: string, answer: 1 | 5) =>
    reportOf(
      ballots(12, () => ballot(answer)),
      12,
      {
        quarter,
        seats: {
          cto: { kind: "held", name: "Carla Cto", leaderId: cto },
          vpe: { kind: "held", name: "Viktor Vpe", leaderId: vpe },
          onePerson: false,
        },
      },
    );
  const year = await frozenCycle(companyId, yearAgo, report(yearAgo, 1), new Date(testNow.getTime() - 364 * day));
  await frozenCycle(companyId, quarterAgo, report(quarterAgo, 5), new Date(testNow.getTime() - 91 * day));
  // Half of the engineers of a year ago were others.
  await withCompany({ companyId }, async (tx) => {
    const now = await tx.rosterEntry.findMany({ where: { companyId, cycleId: cycle.cycleId }, take: 9 });
    await tx.rosterEntry.createMany({
      data: now.map(({ memberId, name, email, group }) => ({
        companyId,
        cycleId: year,
        memberId,
        name,
        email,
        group,
      })),
    });
  });
  for (const { link } of cycle.links) await answerInvitation(wireAt(testNow), link, plainBallot(5));
  await callerFor(cycle.admin, later).cycle.close(ref());
});

test("the tally compares with the same quarter last year and with who was asked then", async () => {
  const { companyId, cycleId } = cycle;
  const facts = await withTally(companyId, (tx) => readFacts(tx, { companyId, cycleId }));
  expect(facts?.yearBefore).toMatchObject({ rosterChange: 3, report: { response: { quarter: yearAgo } } });
  expect(facts?.previous?.response.quarter).toBe(quarterAgo);
});

test("a leader reads both comparisons, and beside them who came and went", async () => {
  await tallyCycle(cycle);
  await callerFor(cycle.admin, later).cycle.release(ref());
  const read = await callerFor(cycle.cto, later).report.seat({ ...ref(), seat: "cto" });
  expect([read.previousQuarter, read.yearQuarter]).toEqual([quarterAgo, yearAgo]);
  expect(read.report.kind === "shown" && read.report.dimensions[0]?.yearChange).toEqual({
    kind: "held-back",
    people: 3,
  });
  expect(read.mix).toContain("Three engineers joined or left since Q1 2030, so no change since then is told.");
});

test("the pair's trend holds every quarter with a gap for those without a cycle, oldest first", async () => {
  const pair = await callerFor(cycle.vpe, later).report.pair(ref());
  expect(pair.trend).toHaveLength(3);
  expect(pair.trend[0]?.points.map(({ kind }) => kind)).toEqual(["shown", "no-cycle", "no-cycle", "shown", "shown"]);
  expect([pair.crossroads, pair.profiles]).toEqual([null, []]);
});

test("a report frozen before there was a comparison with the year before stays readable", async () => {
  const old = await callerFor(cycle.cto, later).report.seat({ ...ref(), quarter: quarterAgo, seat: "cto" });
  expect(old.yearQuarter).toBeNull();
  expect(old.mix).toEqual([]);
  expect(old.report.kind === "shown" && old.report.dimensions[0]).not.toHaveProperty("yearChange");
});

test("one person in both seats reads the crossroads with both roles, and nobody else reads it", async () => {
  const { companyId } = cycle;
  const quarter = quarterAfter(testQuarter, -2);
  const both = { kind: "held", name: "Carla Cto", leaderId: cto } as const;
  const report = reportOf(
    ballots(24, () => ballot(4, {}, { activities: owners("neither") })),
    30,
    { quarter, seats: { cto: both, vpe: both, onePerson: true } },
  );
  await frozenCycle(companyId, quarter, report, new Date(testNow.getTime() - 182 * day));
  const read = await callerFor(cycle.cto, later).report.pair({ company: cycle.slug, quarter });
  expect(read.crossroads?.verdict).toContain("do not tell the two apart");
  expect(read.profiles.map(({ seat }) => seat)).toEqual(["cto", "vpe"]);
  const vpeReads = callerFor(cycle.vpe, later).report.pair({ company: cycle.slug, quarter });
  await expect(vpeReads).rejects.toMatchObject({ code: "NOT_FOUND" });
  const overview = await callerFor(cycle.cto, later).company.overview({ company: cycle.slug });
  expect(overview.cycles.find((listed) => listed.quarter === quarter)?.crossroads).toBe(true);
  expect(overview.cycles.find((listed) => listed.quarter === testQuarter)?.crossroads).toBe(false);
});

test("beside a vacant seat the one leader reads the own role only", async () => {
  const { companyId } = cycle;
  const quarter = quarterAfter(testQuarter, -3);
  const held = { kind: "held", name: "Viktor Vpe", leaderId: vpe } as const;
  const report = reportOf(
    ballots(24, () => ballot(4, {}, { activities: owners("vpe") })),
    30,
    { quarter, seats: { cto: { kind: "vacant" }, vpe: held, onePerson: false } },
  );
  await frozenCycle(companyId, quarter, report, new Date(testNow.getTime() - 273 * day));
  const read = await callerFor(cycle.vpe, later).report.pair({ company: cycle.slug, quarter });
  expect(read.profiles.map(({ seat }) => seat)).toEqual(["vpe"]);
  expect(read.crossroads?.cost.join(" ")).toContain("The VPoE covers, in the eyes of half or more: sets the long-term");
});
