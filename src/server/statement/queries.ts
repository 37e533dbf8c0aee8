import type { BoardStatement } from "@/domain/board-page";
import type { Phase } from "@/domain/cycle";
import { notFound } from "@/domain/errors";
import { readingOf } from "@/domain/release";
import { seats } from "@/domain/seat";
import { seatSchema } from "@/domain/seat-schema";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { findSubjects, readerOf, standingOf } from "@/server/report/standing";

/** A cycle and the seats that the asking person may write about in it now. One person in both seats writes once. */
export async function findWritable(tx: CompanyTransaction, tenant: Tenant, quarter: string) {
  const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId: tenant.companyId, quarter } } });
  if (!cycle) throw notFound();
  const subjects = (await findSubjects(tx, tenant.companyId, [cycle.id])).get(cycle.id);
  const facts = { ...cycle, phase: cycle.phase as Phase, tallied: subjects !== undefined };
  const own = seats.filter((seat) => readingOf(facts, readerOf(tenant, subjects, seat), tenant.now).seat !== "no");
  const reading = readingOf(facts, readerOf(tenant, subjects), tenant.now);
  return {
    cycle: facts,
    seats: own.slice(0, 1),
    mayWrite: reading.words && !subjects?.tooFew,
    standing: standingOf(tenant, facts, subjects),
  };
}

/** The asking leader's own words for a board page, and until when they can be changed. */
export const getMyStatements = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const { cycle, seats: own, mayWrite, standing } = await findWritable(tx, tenant, quarter);
    const [seat] = own;
    if (seat === undefined || standing.tooFew) throw notFound();
    const row = await tx.leaderStatement.findUnique({
      where: { companyId_cycleId_seat: { companyId: tenant.companyId, cycleId: cycle.id, seat } },
    });
    return {
      company: { slug: tenant.slug, name: tenant.name },
      quarter,
      standing: { ...standing, timeZone: await getTimeZone(tx, tenant.companyId) },
      mayWrite,
      seat,
      text: row?.memberId === tenant.memberId ? row.text : "",
    };
  });

/** The leaders' words of a cycle as the board page shows them, CTO first; never before its readers may read it. */
export async function findStatements(
  tx: CompanyTransaction,
  place: { companyId: string; cycleId: string },
): Promise<BoardStatement[]> {
  const rows = await tx.leaderStatement.findMany({ where: place, include: { member: true }, orderBy: { seat: "asc" } });
  return rows.map(({ seat, text, member }) => ({ seat: seatSchema.parse(seat), name: member.name, text }));
}
