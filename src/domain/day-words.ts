import { wallTimeOf } from "./time-zone";

/** "Monday 18 May 2026", by the clocks of a zone. */
export const dayIn = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone })
    .format(moment)
    .replace(",", "");

/** "Monday 18 May 2026 at 17:00 (Europe/Berlin)": by the clocks of a zone, with its name. */
export const momentIn = (moment: Date, timeZone: string): string =>
  `${dayIn(moment, timeZone)} at ${wallTimeOf(moment, timeZone).time} (${timeZone.replaceAll("_", " ")})`;

/** "today", "yesterday", "59 days ago". */
export const daysAgo = (days: number): string => (days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`);

const months = "January February March April May June July August September October November December".split(" ");

/** "30 September" of an ISO date or time, UTC. */
export const dayAndMonth = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1]}`;

/** "30 September 2026" of an ISO date or time, UTC. */
export const dayInWords = (iso: string): string => `${dayAndMonth(iso)} ${iso.slice(0, 4)}`;
