import { z } from "zod";
import { quarterSchema } from "@/domain/quarter";
import { seatSchema } from "@/domain/seat-schema";
import { allowed, router } from "@/server/api/trpc";
import { getBoardPage, getPairReport, getSeatReport, listReports } from "./queries";

const ref = z.object({ quarter: quarterSchema });

export const reportRouter = router({
  list: allowed("report.list").query(({ ctx }) => listReports(ctx.tenant)),
  seat: allowed("report.seat")
    .input(ref.extend({ seat: seatSchema }))
    .query(({ ctx, input }) => getSeatReport(ctx.tenant, input.quarter, input.seat)),
  pair: allowed("report.pair")
    .input(ref)
    .query(({ ctx, input }) => getPairReport(ctx.tenant, input.quarter)),
  board: allowed("report.board")
    .input(ref)
    .query(({ ctx, input }) => getBoardPage(ctx.tenant, input.quarter)),
});
