import { usualTimeZone, wallTimeOf } from "@/domain/time-zone";

const zone = { timeZone: "UTC" } as const;
const weekday = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "long", day: "numeric", month: "long" });
const day = new Intl.DateTimeFormat("en-GB", { ...zone, day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", { ...zone, day: "numeric", month: "short", year: "numeric" });

/** "19 June", by the clocks of a zone. */
export const dayText = (moment: Date, timeZone: string): string =>
  day.format(new Date(wallTimeOf(moment, timeZone).day));

/** "19 Jun 2026", for tables, by the clocks of a zone. */
export const dateText = (moment: Date, timeZone: string): string =>
  dayAndYear.format(new Date(wallTimeOf(moment, timeZone).day));

/** "Friday 19 June, 17:00 UTC", or "…, 17:00 in Europe/Berlin". */
export function momentText(moment: Date, timeZone: string): string {
  const wall = wallTimeOf(moment, timeZone);
  const place = timeZone === usualTimeZone ? timeZone : `in ${timeZone.replaceAll("_", " ")}`;
  return `${weekday.format(new Date(wall.day)).replace(",", "")}, ${wall.time} ${place}`;
}

/** "1 to 19 June", "30 May to 19 June", or "19 June" alone: the days that the clocks of a zone show. */
export function spanText(from: Date, to: Date, timeZone: string): string {
  const month = (moment: Date) => wallTimeOf(moment, timeZone).day.slice(0, 7);
  const first = dayText(from, timeZone);
  if (wallTimeOf(from, timeZone).day === wallTimeOf(to, timeZone).day) return first;
  return `${month(from) === month(to) ? first.split(" ")[0] : first} to ${dayText(to, timeZone)}`;
}

/** "1 to 19 June 2026" */
export const periodText = (from: Date, to: Date, timeZone: string): string =>
  `${spanText(from, to, timeZone)} ${wallTimeOf(to, timeZone).day.slice(0, 4)}`;

/** Whose clocks a moment is told by: the reader's own first, then the company's. */
export type Zones = { own: string; company: string };

/** "Friday 19 June, 11:00 in America/New York (Friday 19 June, 17:00 in Europe/Berlin)"; once where both show the same. */
export function momentInZones(moment: Date, { own, company }: Zones): string {
  const [here, there] = [wallTimeOf(moment, own), wallTimeOf(moment, company)];
  const same = here.day === there.day && here.time === there.time;
  return same ? momentText(moment, own) : `${momentText(moment, own)} (${momentText(moment, company)})`;
}

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
