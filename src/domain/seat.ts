/** One of the two chairs that are rated: Chief Technology Officer or VP of Engineering. */
export const seats = ["cto", "vpe"] as const;
export type Seat = (typeof seats)[number];

export const seatLabel: Record<Seat, { long: string; short: string; title: string }> = {
  cto: { long: "Chief Technology Officer", short: "CTO", title: "The CTO" },
  vpe: { long: "Vice President of Engineering", short: "VPoE", title: "The VPoE" },
};

/** The other seat. */
export const partnerOf = (seat: Seat): Seat => (seat === "cto" ? "vpe" : "cto");
