import { z } from "zod";
import { router, userProcedure } from "@/server/api/trpc";
import { endOtherSessions, endSession } from "./commands";
import { listSessions } from "./queries";

export const sessionRouter = router({
  list: userProcedure.query(({ ctx }) => listSessions(ctx.email, ctx.sessionId, ctx.now)),
  end: userProcedure
    .input(z.object({ sessionId: z.uuid() }))
    .mutation(({ ctx, input }) => endSession(ctx.email, input.sessionId)),
  endOthers: userProcedure.mutation(({ ctx }) => endOtherSessions(ctx.email, ctx.sessionId)),
});
