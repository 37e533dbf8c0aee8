import { type Commitment, dueDays } from "@/domain/commitment";
import { commitmentLabel, commitmentSubjects } from "@/domain/commitment-subject";
import { type CommitmentVoice, commitmentVoice, type LaterCycle } from "@/domain/commitment-voice";
import { notFound } from "@/domain/errors";
import { manifestSchema } from "@/domain/manifest";
import type { PairReport, SeatReport } from "@/domain/report";
import { returnedPatterns } from "@/domain/returned-pattern";
import { type Seat, seats } from "@/domain/seat";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { findCommitments, releasedQuarters } from "./announced";

/** The released report of a seat for the leader it is about, and for nobody else; with the newest report of all, plans are made. */
export async function getOwnReport(tx: CompanyTransaction, tenant: Tenant, quarter: string, seat: Seat) {
  const { companyId } = tenant;
  const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId, quarter } } });
  if (cycle?.phase !== "released" || !cycle.closedAt) throw notFound();
  const parts = await tx.reportPart.findMany({ where: { companyId, cycleId: cycle.id, part: { in: [seat, "pair"] } } });
  const contentOf = (name: string) => parts.find(({ part }) => part === name)?.content;
  const report = contentOf(seat) as SeatReport | undefined;
  const pair = contentOf("pair") as PairReport | undefined;
  if (!report || report.kind === "vacant" || report.leaderId !== tenant.memberId) throw notFound();
  return {
    cycle,
    report,
    withPair: pair?.kind === "shown" || pair?.kind === "withheld",
    newest: (await releasedQuarters(tx, companyId))[0] === quarter,
  };
}

/** Cycles opened after a quarter, with what each asked about and, once it is released, the seat's report. */
async function laterCycles(
  tx: CompanyTransaction,
  companyId: string,
  after: string,
  seat: Seat,
): Promise<LaterCycle[]> {
  const cycles = await tx.cycle.findMany({
    where: { companyId, quarter: { gt: after }, phase: { not: "draft" } },
    orderBy: { quarter: "asc" },
    include: { reportParts: { where: { part: seat } } },
  });
  return cycles.map(({ quarter, phase, manifest, reportParts }) => ({
    quarter,
    asked: manifest ? (manifestSchema.parse(JSON.parse(manifest)).commitments ?? []).map(({ key }) => key) : [],
    report: phase === "released" ? ((reportParts[0]?.content as SeatReport | undefined) ?? null) : null,
  }));
}

async function returnsIn(tx: CompanyTransaction, companyId: string, quarter: string, own: readonly Commitment[]) {
  const [first] = own.filter(({ kind, state }) => kind === "pattern" && state === "kept");
  if (!first) return [];
  const cycles = await tx.cycle.findMany({
    where: { companyId, phase: "released", quarter: { gte: first.quarter, lte: quarter } },
    orderBy: { quarter: "asc" },
    include: { reportParts: { where: { part: first.seat } } },
  });
  const history = cycles.flatMap(({ quarter: name, closedAt, reportParts }) =>
    closedAt && reportParts[0]
      ? [{ quarter: name, closedAt, report: reportParts[0].content as unknown as SeatReport }]
      : [],
  );
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
    const later = own[0] ? await laterCycles(tx, companyId, own[0].quarter, seat) : [];
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
