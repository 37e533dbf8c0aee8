const months = "January February March April May June July August September October November December".split(" ");

/** "30 September" of an ISO date or time, UTC. */
export const dayAndMonth = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1]}`;

/** "30 September 2026" of an ISO date or time, UTC. */
export const dayInWords = (iso: string): string => `${dayAndMonth(iso)} ${iso.slice(0, 4)}`;
