import { boardPage } from "@/domain/board-page-assembly";
import type { Phase } from "@/domain/cycle";
import { notFound } from "@/domain/errors";
import { innovationChain } from "@/domain/innovation-chain";
import { cycleName, quarterAfter, quarterLabel } from "@/domain/quarter";
import type { SeatReport } from "@/domain/report";
import type { Seat } from "@/domain/seat";
import { seatSummary, sentenceText } from "@/domain/sentences";
import { pairSummary } from "@/domain/sentences-pair";
import { readComment } from "@/server/comment/reading";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { getCompared } from "./comparison";
import { findFrozenReports } from "./frozen";
import { mayReadBoardPage } from "./reading";

/** Quarters on the board page, the shown one included. */
const boardQuarters = 6;

async function getReleasedCycle(tx: CompanyTransaction, tenant: Tenant, quarter: string) {
  const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId: tenant.companyId, quarter } } });
  if (cycle?.phase !== "released" || !cycle.opensAt || !cycle.closedAt) throw notFound();
  return { ...cycle, opensAt: cycle.opensAt, closedAt: cycle.closedAt };
}

const isAbout = (report: SeatReport, tenant: Tenant) => report.kind !== "vacant" && report.leaderId === tenant.memberId;

const view = (
  tenant: Tenant,
  cycle: { quarter: string; opensAt: Date; closedAt: Date; releasedAt: Date | null; boardAt: Date | null },
) => ({
  company: { slug: tenant.slug, name: tenant.name },
  cycle: {
    quarter: cycle.quarter,
    name: cycleName(tenant.slug, cycle.quarter),
    opensAt: cycle.opensAt,
    closedAt: cycle.closedAt,
    releasedAt: cycle.releasedAt,
    boardAt: cycle.boardAt,
  },
});

/** A seat's report for the leader it is about, and for nobody else; with the comments, in stored (random) order. */
export const getSeatReport = (tenant: Tenant, quarter: string, seat: Seat) =>
  withCompany(tenant, async (tx) => {
    const cycle = await getReleasedCycle(tx, tenant, quarter);
    const { frozen, previousQuarter, ...comparison } = await getCompared(tx, tenant, cycle);
    const report = frozen?.[seat];
    if (!report || !isAbout(report, tenant)) throw notFound();
    const comments = await tx.comment.findMany({
      where: { companyId: tenant.companyId, cycleId: cycle.id, seat },
      include: { flag: { select: { reason: true, state: true } } },
      orderBy: { id: "asc" },
    });
    return {
      ...view(tenant, cycle),
      ...comparison,
      report,
      previousQuarter,
      summary: seatSummary(report, previousQuarter && quarterLabel(previousQuarter)).map(sentenceText),
      comments: comments.map(readComment),
    };
  });

/** The report about the two together, for the two. */
export const getPairReport = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const cycle = await getReleasedCycle(tx, tenant, quarter);
    const { frozen: report, previousQuarter, ...comparison } = await getCompared(tx, tenant, cycle);
    if (!report || !(isAbout(report.cto, tenant) || isAbout(report.vpe, tenant))) throw notFound();
    return {
      ...view(tenant, cycle),
      ...comparison,
      report: report.pair,
      previousQuarter,
      summary: pairSummary(report.pair, previousQuarter && quarterLabel(previousQuarter)).map(sentenceText),
      chain: innovationChain(report.cto, report.vpe, report.pair.kind === "shown" ? report.pair.dimensions : []),
    };
  });

/** The board page of a quarter: six quarters of frozen reports, read by leaders at once and by the board from boardAt. */
export const getBoardPage = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const cycle = await getReleasedCycle(tx, tenant, quarter);
    if (!mayReadBoardPage(tenant, cycle)) throw notFound();
    const quarterNames = Array.from({ length: boardQuarters }, (_, index) =>
      quarterAfter(quarter, index + 1 - boardQuarters),
    );
    const cycles = await tx.cycle.findMany({
      where: { companyId: tenant.companyId, phase: "released", quarter: { in: quarterNames } },
      orderBy: { quarter: "asc" },
    });
    const reports = await findFrozenReports(
      tx,
      tenant.companyId,
      cycles.map(({ id }) => id),
    );
    const quarters = [];
    for (const { id, quarter: name, opensAt, closedAt } of cycles) {
      const report = reports.get(id) ?? null;
      const engineers = report?.response.groups.find((group) => group.group === "engineer");
      quarters.push({
        quarter: name,
        opensOn: opensAt?.toISOString() ?? "",
        closesOn: closedAt?.toISOString() ?? "",
        report: report && {
          invited: engineers?.invited ?? 0,
          ballots: engineers?.ballots ?? null,
          cto: report.cto,
          vpe: report.vpe,
          pair: report.pair,
        },
      });
    }
    return {
      ...view(tenant, cycle),
      page: boardPage({
        company: tenant.name,
        quarterNames,
        quarters,
        headline: cycle.boardHeadline,
        question: cycle.boardQuestion,
        leadersReadOn: cycle.releasedAt?.toISOString() ?? null,
      }),
      earlier: cycles.filter((candidate) => candidate.quarter < quarter).map((candidate) => candidate.quarter),
    };
  });

/** Which reports the asking person may open, newest first, and when the board may. */
export const listReports = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const cycles = await tx.cycle.findMany({
      where: { companyId: tenant.companyId, phase: { in: ["closed", "released"] } },
      orderBy: { quarter: "desc" },
    });
    const reports = await findFrozenReports(
      tx,
      tenant.companyId,
      cycles.map(({ id }) => id),
    );
    const listed = [];
    for (const cycle of cycles) {
      const report = reports.get(cycle.id) ?? null;
      const released = cycle.phase === "released";
      const cto = released && report !== null && isAbout(report.cto, tenant);
      const vpe = released && report !== null && isAbout(report.vpe, tenant);
      listed.push({
        quarter: cycle.quarter,
        phase: cycle.phase as Phase,
        boardAt: cycle.boardAt,
        cto,
        vpe,
        pair: cto || vpe,
        board: mayReadBoardPage(tenant, cycle),
      });
    }
    return listed;
  });
