import { z } from "zod";
import { flagDecisionSchema, flagReasonSchema } from "@/domain/comment-schema";
import { quarterSchema } from "@/domain/quarter";
import { allowed, router } from "@/server/api/trpc";
import { decideFlag, flagComment } from "./commands";
import { listFlagged } from "./queries";

const ref = z.object({ quarter: quarterSchema });

export const commentRouter = router({
  flag: allowed("comment.flag")
    .input(ref.extend({ commentId: z.uuid(), reason: flagReasonSchema }))
    .mutation(({ ctx, input }) => flagComment(ctx.tenant, input)),
  listFlagged: allowed("comment.listFlagged")
    .input(ref)
    .query(({ ctx, input }) => listFlagged(ctx.tenant, input.quarter)),
  decide: allowed("comment.decide")
    .input(ref.extend({ flagId: z.uuid(), decision: flagDecisionSchema }))
    .mutation(({ ctx, input }) => decideFlag(ctx.tenant, input)),
});
