import { askedNext, type Commitment, commitmentKindSchema, commitmentState } from "@/domain/commitment";
import type { AskedCommitment } from "@/domain/commitment-statement";
import type { Seat } from "@/domain/seat";
import { seatSchema } from "@/domain/seat-schema";
import type { CompanyTransaction } from "@/server/db/with-company";

type Where = { cycle?: { quarter: string | { lte: string } | { in: string[] } }; seat?: Seat; memberId?: string };

/** Commitments of a company as the law speaks of them, drafts included, oldest quarter first. */
export async function findCommitments(tx: CompanyTransaction, companyId: string, where: Where): Promise<Commitment[]> {
  const rows = await tx.commitment.findMany({
    where: { companyId, ...where },
    include: { cycle: { select: { quarter: true } }, member: { select: { name: true } } },
    orderBy: [{ cycle: { quarter: "asc" } }, { seat: "asc" }, { kind: "desc" }],
  });
  return rows.map((row) => ({
    quarter: row.cycle.quarter,
    seat: seatSchema.parse(row.seat),
    kind: commitmentKindSchema.parse(row.kind),
    subject: row.subject,
    action: row.action,
    dueOn: row.dueOn.toISOString().slice(0, 10),
    state: commitmentState(row),
    leaderId: row.memberId,
    leaderName: row.member.name,
    sharedAt: row.sharedAt,
    closedAt: row.closedAt,
  }));
}

/** The quarters before the given one whose reports were released to the leaders, newest first. */
export const releasedQuarters = async (
  tx: CompanyTransaction,
  companyId: string,
  until?: string,
): Promise<string[]> => {
  const cycles = await tx.cycle.findMany({
    where: { companyId, phase: "released", ...(until === undefined ? {} : { quarter: { lte: until } }) },
    orderBy: { quarter: "desc" },
    select: { quarter: true },
  });
  return cycles.map(({ quarter }) => quarter);
};

/** What a cycle asks when it opens: whether what was announced after the last released report happened. */
export async function findAskedNext(
  tx: CompanyTransaction,
  companyId: string,
  holders: Record<Seat, { memberId: string } | null>,
): Promise<AskedCommitment[]> {
  const [quarter] = await releasedQuarters(tx, companyId);
  return quarter === undefined ? [] : askedNext(await findCommitments(tx, companyId, { cycle: { quarter } }), holders);
}
