import { type Commitment, dueDays } from "@/domain/commitment";
import { commitmentLabel, commitmentSubjects } from "@/domain/commitment-subject";
import { type CommitmentVoice, commitmentVoice, type LaterCycle } from "@/domain/commitment-voice";
import type { Phase } from "@/domain/cycle";
import { notFound } from "@/domain/errors";
import { manifestSchema } from "@/domain/manifest";
import { readingOf } from "@/domain/release";
import type { SeatReport } from "@/domain/report";
import { returnedPatterns } from "@/domain/returned-pattern";
import { type Seat, seats } from "@/domain/seat";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { findReportParts } from "@/server/report/frozen";
import { findSubjects, readerOf } from "@/server/report/standing";
import { findCommitments, releasedQuarters } from "./announced";

/**
 * A seat's report for the leader it is about, by the law of release, and for nobody else. Plans are made from the newest
 * report of all, once it is released.
 */
export async function getOwnReport(tx: CompanyTransaction, tenant: Tenant, quarter: string, seat: Seat) {
  const { companyId } = tenant;
  const cycle = await tx.cycle.findUnique({
    where: { companyId_quarter: { companyId, quarter } },
    omit: { manifest: true },
  });
  if (!cycle) throw notFound();
  const subjects = (await findSubjects(tx, companyId, [cycle.id])).get(cycle.id);
  const facts = { ...cycle, phase: cycle.phase as Phase, tallied: subjects !== undefined };
  const reading = readingOf(facts, readerOf(tenant, subjects, seat), tenant.now).seat;
  const frozen =
    reading === "no" ? undefined : (await findReportParts(tx, companyId, [cycle.id], [seat, "pair"])).get(cycle.id);
  if (!frozen) throw notFound();
  const [newest] = await releasedQuarters(tx, companyId);
  return {
    cycle,
    report: frozen[seat],
    withPair: frozen.pair.kind === "shown" || frozen.pair.kind === "withheld",
    newest: reading === "released" && newest === quarter,
  };
}

const seatPart = (parts: readonly { content: unknown }[]): SeatReport | null =>
  (parts[0]?.content as SeatReport | undefined) ?? null;

/** Cycles opened after a quarter: what each asked about, and the counted report where it is about the asking leader. */
async function laterCycles(tx: CompanyTransaction, tenant: Tenant, after: string, seat: Seat): Promise<LaterCycle[]> {
  const cycles = await tx.cycle.findMany({
    where: { companyId: tenant.companyId, quarter: { gt: after }, phase: { not: "draft" } },
    orderBy: { quarter: "asc" },
    include: { reportParts: { where: { part: seat } } },
  });
  return cycles.map(({ quarter, manifest, reportParts }) => {
    const report = seatPart(reportParts);
    const own = report !== null && report.kind !== "vacant" && report.leaderId === tenant.memberId;
    const declared = manifest ? manifestSchema.parse(JSON.parse(manifest)).commitments : undefined;
    return { quarter, asked: (declared ?? []).map(({ key }) => key), report: own ? report : null };
  });
}

/** Patterns that came back, up to a quarter; only a leader with a kept commitment about a pattern has a history to read. */
async function returnsIn(tx: CompanyTransaction, companyId: string, quarter: string, own: readonly Commitment[]) {
  const first = own.find(({ kind, state }) => kind === "pattern" && state === "kept");
  if (!first) return [];
  const cycles = await tx.cycle.findMany({
    where: { companyId, quarter: { gte: first.quarter, lte: quarter } },
    orderBy: { quarter: "asc" },
    include: { reportParts: { where: { part: first.seat } } },
  });
  const history = cycles.flatMap(({ quarter: name, closedAt, reportParts }) => {
    const report = seatPart(reportParts);
    return closedAt && report ? [{ quarter: name, closedAt, report }] : [];
  });
  return returnedPatterns(history, own);
}

type Entry = Commitment & { label: string; voice: CommitmentVoice };

/** Of earlier commitments: all of the last quarter that had any, and whatever is still open from before. */
function stillOfInterest(earlier: readonly Entry[]): Entry[] {
  const last = earlier.at(-1)?.quarter;
  return earlier.filter(({ quarter, state }) => quarter === last || state === "shared");
}

/** A leader's plan beside the report about them: this quarter's commitments, the status of earlier ones, and what may be chosen. */
export const listCommitments = (tenant: Tenant, { quarter, seat }: { quarter: string; seat: Seat }) =>
  withCompany(tenant, async (tx) => {
    const { companyId, memberId } = tenant;
    const { report, withPair, newest } = await getOwnReport(tx, tenant, quarter, seat);
    const own = await findCommitments(tx, companyId, { seat, memberId, cycle: { quarter: { lte: quarter } } });
    const later = own[0] ? await laterCycles(tx, tenant, own[0].quarter, seat) : [];
    const entries = own.map(
      (commitment): Entry => ({
        ...commitment,
        label: commitmentLabel(commitment),
        voice: commitmentVoice(commitment, later),
      }),
    );
    const current = entries.filter((entry) => entry.quarter === quarter);
    return {
      company: { slug: tenant.slug },
      quarter,
      seat,
      /** Only the newest report leads to new commitments, and only while its leader sits in the seat. */
      writable: newest && report.kind === "shown" && tenant.roles.includes(seat),
      seated: tenant.roles.includes(seat),
      plan: {
        responsibility: current.find(({ kind }) => kind === "responsibility") ?? null,
        pattern: current.find(({ kind }) => kind === "pattern") ?? null,
      },
      earlier: stillOfInterest(entries.filter((entry) => entry.quarter < quarter && entry.state !== "draft")),
      returned: await returnsIn(tx, companyId, quarter, own),
      choices: {
        responsibility: commitmentSubjects("responsibility", seat, withPair),
        pattern: commitmentSubjects("pattern", seat, withPair),
      },
      days: dueDays(tenant.now),
    };
  });

/** What the leaders announced after the last two reports, for everybody in the company: words, dates and status, never a score. */
export const listForEngineers = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const quarters = (await releasedQuarters(tx, companyId)).slice(0, 2);
    const seated = await tx.seatTenure.findMany({ where: { companyId, endedAt: null } });
    const shared = (await findCommitments(tx, companyId, { cycle: { quarter: { in: quarters } } })).filter(
      ({ state, seat, leaderId }) =>
        state !== "draft" && seated.some((tenure) => tenure.seat === seat && tenure.memberId === leaderId),
    );
    return {
      quarter: quarters[0] ?? null,
      leaders: seats.flatMap((seat) => {
        const own = shared.filter((commitment) => commitment.seat === seat).reverse();
        if (!own[0]) return [];
        const announced = own.map((commitment) => ({
          quarter: commitment.quarter,
          kind: commitment.kind,
          label: commitmentLabel(commitment),
          action: commitment.action,
          dueOn: commitment.dueOn,
          state: commitment.state,
        }));
        return [{ seat, name: own[0].leaderName, announced }];
      }),
    };
  });
