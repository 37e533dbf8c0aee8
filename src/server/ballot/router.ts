import { z } from "zod";
import { ballotStateInput, castInput, cycleNameSchema, withdrawInput } from "@/domain/ballot";
import { ballotProcedure, plainRouter } from "@/server/api/plain-trpc";
import { cast, withdraw } from "./commands";
import { findBallotProof, findBallotState, getPublicManifest } from "./queries";

/** Mounted at /api/ballot, which has no session code at all and refuses requests that carry a cookie. */
export const ballotRouter = plainRouter({
  manifest: ballotProcedure
    .input(z.strictObject({ cycle: cycleNameSchema }))
    .query(({ ctx, input }) => getPublicManifest(input.cycle, ctx.now)),
  state: ballotProcedure.input(ballotStateInput).mutation(({ input }) => findBallotState(input.cycle, input.nullifier)),
  proof: ballotProcedure.input(ballotStateInput).mutation(({ input }) => findBallotProof(input.cycle, input.nullifier)),
  cast: ballotProcedure.input(castInput).mutation(({ ctx, input }) => cast(input, ctx.now)),
  withdraw: ballotProcedure.input(withdrawInput).mutation(({ ctx, input }) => withdraw(input, ctx.now)),
});

export type BallotRouter = typeof ballotRouter;
