import { flagReasonSchema } from "@/domain/comment-schema";
import { notFound } from "@/domain/errors";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

/** The reported comments that wait for a decision: their text and the reason, nothing beside them, no other comment. */
export const listFlagged = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId, quarter } } });
    if (!cycle) throw notFound();
    const flags = await tx.commentFlag.findMany({
      where: { companyId, cycleId: cycle.id, state: "waiting" },
      include: { comment: { select: { text: true } } },
      orderBy: { id: "asc" },
    });
    return flags.map(({ id, reason, comment }) => ({
      flagId: id,
      reason: flagReasonSchema.parse(reason),
      text: comment.text,
    }));
  });
