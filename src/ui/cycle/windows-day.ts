import { z } from "zod";
import { checkWindows } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { castsTime } from "@/domain/schedule";
import { momentOf, usualTimeZone } from "@/domain/time-zone";
import { dayOf } from "./closing-day";

const dayMilliseconds = 86_400_000;

/** Sealing begins at 07:00 by the company's clocks on the chosen day, given as 2026-06-12. */
export const castsFromOfDay = (day: string, zone = usualTimeZone): Date => momentOf({ day, time: castsTime }, zone);

/** The days on which sealing may begin by the law, and the one suggested: half-way, so that both visits have room. Null if there is none. */
export function castsDays(
  closesAt: Date,
  now: Date,
  zone = usualTimeZone,
): { first: string; last: string; suggested: string } | null {
  const days: string[] = [];
  for (let at = now.getTime(); at < closesAt.getTime(); at += dayMilliseconds) {
    const day = dayOf(new Date(at), zone);
    if (isAccepted(day, closesAt, now, zone)) days.push(day);
  }
  const [first, last, suggested] = [days[0], days.at(-1), days[Math.floor(days.length / 2)]];
  return first && last && suggested ? { first, last, suggested } : null;
}

function problemOf(day: string, closesAt: Date, now: Date, zone: string): string | null {
  try {
    checkWindows(castsFromOfDay(day, zone), closesAt, now);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
}

const isAccepted = (day: string, closesAt: Date, now: Date, zone: string): boolean =>
  problemOf(day, closesAt, now, zone) === null;

/** The form of a draft's windows: the day counts only if there are two. */
export const windowsSchema = (closesAt: Date, clock: () => Date, zone = usualTimeZone) =>
  z
    .object({ kind: z.enum(["one-sitting", "two-windows"]), castsOn: z.string() })
    .superRefine(({ kind, castsOn }, context) => {
      if (kind === "one-sitting") return;
      const message = z.iso.date().safeParse(castsOn).success
        ? problemOf(castsOn, closesAt, clock(), zone)
        : "Choose the day on which sealing begins.";
      if (message) context.addIssue({ code: "custom", path: ["castsOn"], message });
    });
