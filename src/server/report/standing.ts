import type { Phase } from "@/domain/cycle";
import { type ReleaseFacts, type ReleaseStage, readingOf, releaseStage } from "@/domain/release";
import { type Seat, seats } from "@/domain/seat";
import type { Tenant } from "@/server/company/tenant";
import type { CompanyTransaction } from "@/server/db/with-company";

/** Whom a counted cycle's reports are about, and whether it has a result at all. Nothing of what they say. */
export type Subjects = { leaders: Record<Seat, string | null>; tooFew: boolean };

type Row = { cycleId: string; part: string; leaderId: string | null; kind: string | null };

/** The subjects of some cycles by cycle id, without reading the reports; a cycle that was not counted is missing. */
export async function findSubjects(
  tx: CompanyTransaction,
  companyId: string,
  cycleIds: readonly string[],
): Promise<Map<string, Subjects>> {
  const rows = await tx.$queryRaw<Row[]>`
    select cycle_id as "cycleId", part, content ->> 'leaderId' as "leaderId", content ->> 'kind' as kind
    from report_part
    where company_id = ${companyId}::uuid and cycle_id = any(${[...cycleIds]}::uuid[]) and part <> 'pair'`;
  const found = new Map<string, Subjects>();
  for (const { cycleId, part, leaderId, kind } of rows) {
    const subjects = found.get(cycleId) ?? { leaders: { cto: null, vpe: null }, tooFew: false };
    if (part === "cto" || part === "vpe") subjects.leaders[part] = leaderId;
    if (part === "response") subjects.tooFew = kind === "too-few";
    found.set(cycleId, subjects);
  }
  return found;
}

/** The asking person as the law of release sees them; with a seat, for the report about that seat alone. */
export const readerOf = (tenant: Tenant, subjects: Subjects | undefined, seat?: Seat) => ({
  inSeat: tenant.roles.includes("cto") || tenant.roles.includes("vpe"),
  aboutThem: (seat === undefined ? (["cto", "vpe"] as const) : [seat]).some(
    (candidate) => subjects?.leaders[candidate] === tenant.memberId,
  ),
  board: tenant.roles.includes("board"),
});

/** Where a report stands, as the asking person may know it: of a hold only leaders and admins are told. */
export type Standing = {
  stage: ReleaseStage;
  tooFew: boolean;
  heldAt: Date | null;
  releasedAt: Date | null;
  boardAt: Date | null;
};

/** The standing of a cycle for the asking person. A held board date is not shown, because it will move. */
export function standingOf(
  tenant: Tenant,
  cycle: ReleaseFacts & { releasedAt: Date | null },
  subjects: Subjects | undefined,
): Standing {
  const told = tenant.roles.some((role) => role === "admin" || role === "cto" || role === "vpe");
  return {
    stage: releaseStage(cycle, tenant.now),
    tooFew: subjects?.tooFew ?? false,
    heldAt: told ? cycle.heldAt : null,
    releasedAt: cycle.releasedAt,
    boardAt: cycle.heldAt === null ? cycle.boardAt : null,
  };
}

/** One person in both seats, or a seat without anybody: there is no pair to read about. */
const atCrossroads = ({ leaders }: Subjects): boolean =>
  leaders.cto === null || leaders.vpe === null || leaders.cto === leaders.vpe;

type CycleRow = Omit<ReleaseFacts, "phase" | "tallied"> & {
  id: string;
  quarter: string;
  phase: string;
  releasedAt: Date | null;
};

/** What the asking person may open of some cycles, in their order, and where each stands. */
export async function readableReports(tx: CompanyTransaction, tenant: Tenant, cycles: readonly CycleRow[]) {
  const found = await findSubjects(
    tx,
    tenant.companyId,
    cycles.map(({ id }) => id),
  );
  return cycles.map((cycle) => {
    const subjects = found.get(cycle.id);
    const facts = { ...cycle, phase: cycle.phase as Phase, tallied: subjects !== undefined };
    const { pair, board, words } = readingOf(facts, readerOf(tenant, subjects), tenant.now);
    return {
      quarter: cycle.quarter,
      phase: facts.phase,
      standing: standingOf(tenant, facts, subjects),
      seats: seats.filter((seat) => readingOf(facts, readerOf(tenant, subjects, seat), tenant.now).seat !== "no"),
      pair,
      crossroads: subjects !== undefined && atCrossroads(subjects),
      board,
      words: words && !subjects?.tooFew,
    };
  });
}
