import { z } from "zod";
import { attributedAnswersSchema } from "@/domain/answers";
import { quarterSchema } from "@/domain/quarter";
import { seatSchema } from "@/domain/seat-schema";
import { allowed, router } from "@/server/api/trpc";
import { getRatings, saveRating } from "./commands";

const ratingInput = z.object({
  quarter: quarterSchema,
  kind: z.enum(["self", "partner"]),
  seat: seatSchema,
  answers: attributedAnswersSchema,
});

export const ratingRouter = router({
  get: allowed("rating.get")
    .input(z.object({ quarter: quarterSchema }))
    .query(({ ctx, input }) => getRatings(ctx.tenant, input.quarter)),
  save: allowed("rating.save")
    .input(ratingInput)
    .mutation(({ ctx, input }) => saveRating(ctx.tenant, input)),
});
