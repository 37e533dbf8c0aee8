import { closeCommitmentInput, commitmentRef, saveCommitmentInput } from "@/domain/commitment";
import { allowed, router } from "@/server/api/trpc";
import { closeCommitment, saveCommitment, shareCommitment } from "./commands";
import { listCommitments, listForEngineers } from "./queries";

export const commitmentRouter = router({
  list: allowed("commitment.list")
    .input(commitmentRef.omit({ kind: true }))
    .query(({ ctx, input }) => listCommitments(ctx.tenant, input)),
  forEngineers: allowed("commitment.forEngineers").query(({ ctx }) => listForEngineers(ctx.tenant)),
  save: allowed("commitment.save")
    .input(saveCommitmentInput)
    .mutation(({ ctx, input }) => saveCommitment(ctx.tenant, input)),
  share: allowed("commitment.share")
    .input(commitmentRef)
    .mutation(({ ctx, input }) => shareCommitment(ctx.tenant, input)),
  close: allowed("commitment.close")
    .input(closeCommitmentInput)
    .mutation(({ ctx, input }) => closeCommitment(ctx.tenant, input)),
});
