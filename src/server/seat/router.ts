import { z } from "zod";
import { assignSeatInput } from "@/domain/seat-assignment";
import { seatSchema } from "@/domain/seat-schema";
import { allowed, router } from "@/server/api/trpc";
import { findSeatHolders } from "@/server/company/queries";
import { assignSeat, vacateSeat } from "./commands";

export const seatRouter = router({
  list: allowed("seat.list").query(({ ctx }) => findSeatHolders(ctx.tenant)),
  assign: allowed("seat.assign")
    .input(assignSeatInput)
    .mutation(({ ctx, input }) => assignSeat(ctx.tenant, input)),
  vacate: allowed("seat.vacate")
    .input(z.object({ seat: seatSchema }))
    .mutation(({ ctx, input }) => vacateSeat(ctx.tenant, input.seat)),
});
