import { type AttributedAnswers, attributedAnswersSchema } from "@/domain/answers";
import { notFound, Refusal } from "@/domain/errors";
import { partnerOf, type Seat, seats } from "@/domain/seat";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";

export type RatingKind = "self" | "partner";

/** Seats that the asking leader rates as `kind`: their own as self, the other one as partner if somebody else holds it. */
async function seatsFor(tx: CompanyTransaction, tenant: Tenant, kind: RatingKind): Promise<Seat[]> {
  const mine = seats.filter((seat) => tenant.roles.includes(seat));
  if (kind === "self") return mine;
  if (mine.length !== 1 || !mine[0]) return [];
  const partner = partnerOf(mine[0]);
  const held = await tx.seatTenure.count({ where: { companyId: tenant.companyId, seat: partner, endedAt: null } });
  return held > 0 ? [partner] : [];
}

/** The asking leader's own ratings in the open cycle, which are expected, and who asks: a draft in a browser is theirs only. */
export const getRatings = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId: tenant.companyId, quarter } } });
    if (!cycle || cycle.phase === "draft") throw notFound();
    const rows = await tx.attributedRating.findMany({
      where: { companyId: tenant.companyId, cycleId: cycle.id, memberId: tenant.memberId },
    });
    const expected = [];
    for (const kind of ["self", "partner"] as const) {
      for (const seat of await seatsFor(tx, tenant, kind)) {
        const row = rows.find((candidate) => candidate.kind === kind && candidate.seat === seat);
        expected.push({ kind, seat, answers: row ? attributedAnswersSchema.parse(row.answers) : null });
      }
    }
    const { closesAt } = cycle;
    const open = cycle.phase === "open" && closesAt > tenant.now;
    const timeZone = await getTimeZone(tx, tenant.companyId);
    return { member: tenant.memberId, quarter, open, closesAt, timeZone, expected };
  });

/** Saves a rating that carries the leader's name; may be changed until close. */
export async function saveRating(
  tenant: Tenant,
  input: { quarter: string; kind: RatingKind; seat: Seat; answers: AttributedAnswers },
): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { companyId_quarter: { companyId: tenant.companyId, quarter: input.quarter } },
    });
    if (!cycle || cycle.phase === "draft") throw notFound();
    if (cycle.phase !== "open" || cycle.closesAt <= tenant.now) throw new Refusal("too-late", "This cycle is closed.");
    if (!(await seatsFor(tx, tenant, input.kind)).includes(input.seat)) throw notFound();
    const key = {
      companyId: tenant.companyId,
      cycleId: cycle.id,
      memberId: tenant.memberId,
      kind: input.kind,
      seat: input.seat,
    };
    await tx.attributedRating.upsert({
      where: { companyId_cycleId_memberId_kind_seat: key },
      create: { ...key, answers: input.answers },
      update: { answers: input.answers },
    });
  });
}
