import { z } from "zod";
import { claimInput, cycleNameSchema } from "@/domain/ballot";
import { ballotProcedure, plainRouter } from "@/server/api/plain-trpc";
import { claimCredential } from "./commands";
import { getInvitedManifest } from "./queries";

const invited = z.strictObject({ cycle: cycleNameSchema, invitation: z.string().min(20).max(100) });

/** Mounted at /api/claim: the person is known by the token of their invitation, in the body and nowhere else. */
export const claimRouter = plainRouter({
  manifest: ballotProcedure.input(invited).mutation(({ ctx, input }) => getInvitedManifest(input, ctx.now)),
  claim: ballotProcedure.input(claimInput).mutation(({ ctx, input }) => claimCredential(input, ctx.now)),
});

export type ClaimRouter = typeof claimRouter;
