import { allowed, router } from "@/server/api/trpc";
import { sendMyInvitation } from "./commands";

export const invitationRouter = router({
  sendMine: allowed("invitation.sendMine").mutation(({ ctx }) => sendMyInvitation(ctx.tenant)),
});
