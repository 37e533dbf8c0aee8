import { z } from "zod";
import { allowed, router } from "@/server/api/trpc";
import { sendMyInvitation } from "./commands";
import { listColleagues } from "./queries";

export const invitationRouter = router({
  sendMine: allowed("invitation.sendMine").mutation(({ ctx }) => sendMyInvitation(ctx.tenant)),
  colleagues: allowed("invitation.colleagues")
    .input(z.object({ page: z.number().int().min(1).max(100_000).default(1) }))
    .query(({ ctx, input }) => listColleagues(ctx.tenant, input.page)),
});
