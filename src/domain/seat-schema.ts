import { z } from "zod";
import { seats } from "./seat";

/** A seat's key as it comes from outside; apart from seat.ts, which every page loads and which needs no validator. */
export const seatSchema = z.enum(seats);

/** How a seat stands while a cycle runs; frozen into the manifest when the cycle opens. */
export const seatStateSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("held"), name: z.string().min(1) }),
  z.strictObject({ kind: z.literal("vacant") }),
]);
export type SeatState = z.infer<typeof seatStateSchema>;
