/** The zone of a company that chose none. */
export const usualTimeZone = "UTC";

/** Every time zone an admin may choose, by its IANA name: the platform's own list, with UTC first. */
export const timeZones: readonly string[] = [
  usualTimeZone,
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== usualTimeZone),
];

/** The zones to choose from, with the chosen one first, which may go by an older name. */
export const timeZoneChoices = (chosen: string): string[] => [...new Set([chosen, ...timeZones])];

/** The IANA time zone a written name means ("europe/berlin" → "Europe/Berlin"), or null; an offset such as +02:00 is none. */
export function parseTimeZone(written: string): string | null {
  const name = written.trim();
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** A wall clock: a day such as 2026-06-19 and an hour and minute such as 09:00. */
export type WallTime = { day: string; time: string };

const dayMilliseconds = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** What the clocks of a zone show at a moment, as if it were UTC: milliseconds. */
function shownAt(moment: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** The day and minute that the clocks of a zone show at a moment. */
export function wallTimeOf(moment: Date, zone: string): WallTime {
  const shown = new Date(shownAt(moment.getTime(), zone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/**
 * The moment at which the clocks of a zone show a day and time. When clocks go back and show it twice, the first time; when
 * they go forward and skip it, as much later as they skip (02:30 becomes 03:30), so that it is never earlier than asked.
 * A day that is none gives an invalid date.
 */
export function momentOf({ day, time }: WallTime, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(wanted)) return new Date(Number.NaN);
  // No zone is further than 14 hours from UTC, so a day away on either side lies before and after any change of clocks.
  const offsetBefore = shownAt(wanted - dayMilliseconds, zone) - (wanted - dayMilliseconds);
  const offsetAfter = shownAt(wanted + dayMilliseconds, zone) - (wanted + dayMilliseconds);
  const candidates = [wanted - offsetBefore, wanted - offsetAfter].sort((left, right) => left - right);
  return new Date(candidates.find((moment) => shownAt(moment, zone) === wanted) ?? wanted - offsetBefore);
}

/** The day `days` after (or before, if negative) a day such as 2026-06-19; the calendar only, no clocks. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => weekdayOf(day) > 5;
