import { crossroadsOf } from "@/domain/crossroads";
import type { Phase } from "@/domain/cycle";
import { notFound } from "@/domain/errors";
import { innovationChain } from "@/domain/innovation-chain";
import { pairTrend, slopeSentence } from "@/domain/pair-trend";
import { cycleName, quarterLabel } from "@/domain/quarter";
import { readingOf } from "@/domain/release";
import { commentsWait } from "@/domain/report-options";
import type { Seat } from "@/domain/seat";
import { seatSummary, sentenceText } from "@/domain/sentences";
import { pairSummary } from "@/domain/sentences-pair";
import { readComment } from "@/server/comment/reading";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { assembleBoardPage } from "./board-page";
import { getCompared } from "./comparison";
import { getReportOptions } from "./options";
import { findQuarters } from "./quarters";
import { findSubjects, readableReports, readerOf, standingOf } from "./standing";

/** A closed or released cycle with what the law of release decides by. */
async function getClosedCycle(tx: CompanyTransaction, tenant: Tenant, quarter: string) {
  const cycle = await tx.cycle.findUnique({
    where: { companyId_quarter: { companyId: tenant.companyId, quarter } },
    omit: { manifest: true },
  });
  if (!cycle?.opensAt || !cycle.closedAt) throw notFound();
  const { timeZone, ...options } = await getReportOptions(tx, tenant);
  const subjects = (await findSubjects(tx, tenant.companyId, [cycle.id])).get(cycle.id);
  const facts = { ...cycle, phase: cycle.phase as Phase, tallied: subjects !== undefined };
  return { cycle: { ...facts, opensAt: cycle.opensAt, closedAt: cycle.closedAt }, subjects, timeZone, options };
}

type ClosedCycle = Awaited<ReturnType<typeof getClosedCycle>>;

const view = (tenant: Tenant, { cycle, subjects, timeZone }: ClosedCycle) => ({
  company: { slug: tenant.slug, name: tenant.name },
  cycle: {
    quarter: cycle.quarter,
    name: cycleName(tenant.slug, cycle.quarter),
    opensAt: cycle.opensAt,
    closedAt: cycle.closedAt,
    releasedAt: cycle.releasedAt,
    boardAt: cycle.boardAt,
  },
  standing: { ...standingOf(tenant, cycle, subjects), timeZone },
  mayWriteWords: readingOf(cycle, readerOf(tenant, subjects), tenant.now).words && !subjects?.tooFew,
});

/** A seat's report for the leader it is about, and for nobody else, from the tally on; comments in stored (random) order. */
export const getSeatReport = (tenant: Tenant, quarter: string, seat: Seat) =>
  withCompany(tenant, async (tx) => {
    const closed = await getClosedCycle(tx, tenant, quarter);
    const { cycle, subjects } = closed;
    if (readingOf(cycle, readerOf(tenant, subjects, seat), tenant.now).seat === "no") throw notFound();
    const { frozen, previousQuarter, ...comparison } = await getCompared(tx, tenant, cycle, [seat]);
    const report = frozen?.[seat];
    if (!report) throw notFound();
    const { neutralLabelsOnly, commentDelayHours } = closed.options;
    const wait = commentsWait(commentDelayHours, cycle.releasedAt, tenant.now);
    const comments = wait
      ? []
      : await tx.comment.findMany({
          where: { companyId: tenant.companyId, cycleId: cycle.id, seat },
          include: { flag: { select: { reason: true, state: true } } },
          orderBy: { id: "asc" },
        });
    return {
      ...view(tenant, closed),
      ...comparison,
      report,
      previousQuarter,
      summary: seatSummary(report, previousQuarter && quarterLabel(previousQuarter)).map(sentenceText),
      comments: comments.map(readComment),
      commentsWait: wait,
      neutralLabelsOnly,
    };
  });

const pairParts = ["cto", "vpe", "pair"] as const;

/** The report about the two together, for the two, from release on. */
export const getPairReport = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const closed = await getClosedCycle(tx, tenant, quarter);
    const { cycle, subjects } = closed;
    if (!readingOf(cycle, readerOf(tenant, subjects), tenant.now).pair) throw notFound();
    const { frozen: report, previousQuarter, ...comparison } = await getCompared(tx, tenant, cycle, pairParts);
    if (!report) throw notFound();
    const quarters = report.pair.kind === "shown" ? await findQuarters(tx, tenant.companyId, quarter) : [];
    const panels = report.pair.kind === "shown" ? pairTrend(quarters, report.pair.dimensions) : [];
    return {
      ...view(tenant, closed),
      ...comparison,
      report: report.pair,
      previousQuarter,
      summary: pairSummary(report.pair, previousQuarter && quarterLabel(previousQuarter)).map(sentenceText),
      chain: innovationChain(report.cto, report.vpe, report.pair.kind === "shown" ? report.pair.dimensions : []),
      trend: panels,
      slope: slopeSentence(panels, quarters),
      crossroads: crossroadsOf(report.pair, report.cto, report.vpe),
      // Side by side only for the one person whom both are about, or who is left beside an empty seat.
      profiles:
        report.pair.kind === "one-person" || report.pair.kind === "vacant"
          ? [report.cto, report.vpe].filter(
              ({ seat }) => readingOf(cycle, readerOf(tenant, subjects, seat), tenant.now).seat !== "no",
            )
          : [],
    };
  });

/** The board page of a quarter, read by leaders from release and by the board from its own moment on. */
export const getBoardPage = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const closed = await getClosedCycle(tx, tenant, quarter);
    const { cycle, subjects } = closed;
    if (!readingOf(cycle, readerOf(tenant, subjects), tenant.now).board) throw notFound();
    return { ...view(tenant, closed), ...(await assembleBoardPage(tx, tenant, cycle)) };
  });

/** Which reports the asking person may open, newest first, and where each stands. */
export const listReports = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const cycles = await tx.cycle.findMany({
      where: { companyId: tenant.companyId, phase: { in: ["closed", "released"] } },
      orderBy: { quarter: "desc" },
    });
    return readableReports(tx, tenant, cycles);
  });
