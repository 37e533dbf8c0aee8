import { z } from "zod";

/** One of the two chairs that are rated: Chief Technology Officer or VP of Engineering. */
export const seatSchema = z.enum(["cto", "vpe"]);
export type Seat = z.infer<typeof seatSchema>;
export const seats: readonly Seat[] = ["cto", "vpe"];

/** How a seat stands while a cycle runs; frozen into the manifest when the cycle opens. */
export const seatStateSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("held"), name: z.string().min(1) }),
  z.strictObject({ kind: z.literal("vacant") }),
]);
export type SeatState = z.infer<typeof seatStateSchema>;

export const seatLabel: Record<Seat, { long: string; short: string; title: string }> = {
  cto: { long: "Chief Technology Officer", short: "CTO", title: "The CTO" },
  vpe: { long: "Vice President of Engineering", short: "VPoE", title: "The VPoE" },
};

/** The other seat. */
export const partnerOf = (seat: Seat): Seat => (seat === "cto" ? "vpe" : "cto");
