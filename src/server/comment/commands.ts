import { type FlagReason, removedText } from "@/domain/comment";
import type { Phase } from "@/domain/cycle";
import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { readingOf } from "@/domain/release";
import { commentsWait } from "@/domain/report-options";
import { seatSchema } from "@/domain/seat-schema";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { getReportOptions } from "@/server/report/options";
import { findSubjects, readerOf } from "@/server/report/standing";

const decidedAlready = () => new Refusal("conflict", "This comment has been decided on already.");

/** Reports a comment of one's own report to the admins, once and for good. The audit entry does not hold its text. */
export const flagComment = (tenant: Tenant, input: { quarter: string; commentId: string; reason: FlagReason }) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const comment = await tx.comment.findUnique({
      where: { companyId_id: { companyId, id: input.commentId } },
      include: { cycle: true },
    });
    // Comments exist from the tally on; their leader may report one in the preview already.
    if (comment?.cycle.quarter !== input.quarter) throw notFound();
    const subjects = (await findSubjects(tx, companyId, [comment.cycleId])).get(comment.cycleId);
    const facts = { ...comment.cycle, phase: comment.cycle.phase as Phase, tallied: subjects !== undefined };
    const reader = readerOf(tenant, subjects, seatSchema.parse(comment.seat));
    if (readingOf(facts, reader, tenant.now).seat === "no") throw notFound();
    const { commentDelayHours } = await getReportOptions(tx, tenant);
    if (commentsWait(commentDelayHours, comment.cycle.releasedAt, tenant.now)) throw notFound();
    const { count } = await tx.commentFlag.createMany({
      data: [
        {
          companyId,
          cycleId: comment.cycleId,
          commentId: comment.id,
          reason: input.reason,
          flaggedBy: tenant.email,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("conflict", "This comment has been reported already.");
    await recordAudit(
      tx,
      tenant,
      "comment.flag",
      `${quarterLabel(input.quarter)}, ${input.reason.replaceAll("-", " ")}`,
    );
  });

/** An admin removes a reported comment from every reader, or keeps it. Nobody decides about what was said of themselves. */
export const decideFlag = (tenant: Tenant, input: { quarter: string; flagId: string; decision: "remove" | "keep" }) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const flag = await tx.commentFlag.findUnique({
      where: { companyId_id: { companyId, id: input.flagId } },
      include: { comment: { select: { seat: true } }, cycle: { select: { quarter: true } } },
    });
    if (flag?.cycle.quarter !== input.quarter) throw notFound();
    const subjects = (await findSubjects(tx, companyId, [flag.cycleId])).get(flag.cycleId);
    if (subjects?.leaders[seatSchema.parse(flag.comment.seat)] === tenant.memberId)
      throw new Refusal("conflict", "This comment is about you. Another admin has to decide.");
    const state = input.decision === "remove" ? "removed" : "kept";
    const { count } = await tx.commentFlag.updateMany({
      where: { companyId, id: flag.id, state: "waiting" },
      data: { state, decidedBy: tenant.email, decidedAt: tenant.now },
    });
    if (count === 0) throw decidedAlready();
    const words = state === "removed" ? removedText[flag.reason as FlagReason] : "Kept";
    await recordAudit(tx, tenant, "comment.decide", `${quarterLabel(input.quarter)}, ${words}`);
  });
