import { z } from "zod";
import { quarterSchema } from "@/domain/quarter";
import { createShareInput } from "@/domain/share";
import { allowed, router } from "@/server/api/trpc";
import { createShare, revokeShare } from "./commands";
import { listShares } from "./queries";

const ref = z.object({ quarter: quarterSchema });

export const shareRouter = router({
  list: allowed("share.list")
    .input(ref)
    .query(({ ctx, input }) => listShares(ctx.tenant, input.quarter)),
  create: allowed("share.create")
    .input(createShareInput.extend(ref.shape))
    .mutation(({ ctx, input }) => createShare(ctx.tenant, input)),
  revoke: allowed("share.revoke")
    .input(z.object({ shareId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeShare(ctx.tenant, input.shareId)),
});
