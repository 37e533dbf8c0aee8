const zone = { timeZone: "UTC" } as const;
const weekday = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "long", day: "numeric", month: "long" });
const day = new Intl.DateTimeFormat("en-GB", { ...zone, day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", { ...zone, day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });

/** "19 June" */
export const dayText = (moment: Date): string => day.format(moment);

/** "19 Jun 2026", for tables. */
export const dateText = (moment: Date): string => dayAndYear.format(moment);

/** "Friday 19 June, 17:00 UTC" */
export const momentText = (moment: Date): string =>
  `${weekday.format(moment).replace(",", "")}, ${clock.format(moment)} UTC`;

const smallNumbers = [
  "No",
  "One",
  "Two",
  "Three",
  "Four",
  "Five",
  "Six",
  "Seven",
  "Eight",
  "Nine",
  "Ten",
  "Eleven",
  "Twelve",
];

/** A number that begins a sentence: in words up to twelve. */
export const numberWord = (number: number): string => smallNumbers[number] ?? String(number);

/** How long until a moment, in whole days or hours, as a sentence. */
export function timeLeft(until: Date, now: Date): string {
  const hours = (until.getTime() - now.getTime()) / 3_600_000;
  if (hours <= 0) return "The time is over.";
  if (hours < 1) return "Less than an hour left.";
  if (hours < 48) return `${numberWord(Math.floor(hours))} ${Math.floor(hours) === 1 ? "hour" : "hours"} left.`;
  return `${numberWord(Math.floor(hours / 24))} days left.`;
}
