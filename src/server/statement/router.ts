import { z } from "zod";
import { statementSchema } from "@/domain/board-words";
import { quarterSchema } from "@/domain/quarter";
import { seatSchema } from "@/domain/seat-schema";
import { allowed, router } from "@/server/api/trpc";
import { saveStatement } from "./commands";
import { getMyStatements } from "./queries";

const ref = z.object({ quarter: quarterSchema });

export const statementRouter = router({
  mine: allowed("statement.mine")
    .input(ref)
    .query(({ ctx, input }) => getMyStatements(ctx.tenant, input.quarter)),
  save: allowed("statement.save")
    .input(ref.extend({ seat: seatSchema, text: statementSchema }))
    .mutation(({ ctx, input }) => saveStatement(ctx.tenant, input)),
});
