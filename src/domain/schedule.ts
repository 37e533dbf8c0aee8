import { z } from "zod";
import { checkClosingDate, checkWindows, disputeDays, minDaysBetweenCycles } from "./cycle";
import { Refusal } from "./errors";
import { seenOf } from "./overwrite";
import { quarterAfter, quarterSchema } from "./quarter";
import { chosenSlicesSchema } from "./roster";
import { dayAfter, momentOf, type WallTime, wallTimeOf, weekdayOf } from "./time-zone";

/** Clock times in the company's time zone, when no other is chosen. */
export const opensTime = "09:00";
export const castsTime = "07:00";
export const closesTime = "17:00";
export const releaseTime = "09:00";
/** A cycle can be planned at most this many days ahead. */
const maxPlannedDays = 370;
const dayMilliseconds = 86_400_000;

const moment = z.date().nullable();

/** When a cycle opens and is released by itself; null: only an admin does it. What is left out stays as it is. */
export const planCycleInput = z.object({
  quarter: quarterSchema,
  opensAt: moment.optional(),
  closesAt: z.date().optional(),
  releaseAt: moment.optional(),
  seen: seenOf({ opensAt: moment.optional(), closesAt: z.date().optional(), releaseAt: moment.optional() }),
});

type DraftDates = { closesAt: Date; castsFrom: Date | null };

/** Refuses a planned opening that is over, more than 370 days away, or does not leave the draft's windows their lengths. */
export function checkPlannedOpening(opensAt: Date, { closesAt, castsFrom }: DraftDates, now: Date): void {
  if (opensAt <= now) throw new Refusal("invalid", "Choose an opening that is still to come.", "opensAt");
  if (opensAt.getTime() - now.getTime() > maxPlannedDays * dayMilliseconds) {
    throw new Refusal("invalid", `Choose an opening at most ${maxPlannedDays} days from now.`, "opensAt");
  }
  checkClosingDate(closesAt, opensAt);
  checkWindows(castsFrom, closesAt, opensAt);
}

/** When a planned release may happen at the earliest: after the days for disputes that follow the close. */
export const earliestRelease = (closesAt: Date): Date => new Date(closesAt.getTime() + disputeDays * dayMilliseconds);

/** Refuses a planned release within the days for disputes, or one that is over. */
export function checkPlannedRelease(releaseAt: Date, closesAt: Date, now: Date): void {
  if (releaseAt < earliestRelease(closesAt)) {
    throw new Refusal("invalid", `Choose a release at least ${disputeDays} days after closing.`, "releaseAt");
  }
  if (releaseAt <= now) throw new Refusal("invalid", "Choose a release that is still to come.", "releaseAt");
}

/** When a planned release happens: at its moment, but not before the days for disputes after the real close are over. */
export const releaseMoment = (plannedAt: Date, closedAt: Date): Date =>
  new Date(Math.max(plannedAt.getTime(), earliestRelease(closedAt).getTime()));

const weekday = z.number().int().min(1).max(5);

/** The day of a quarter a cycle opens on: its n-th weekday (1 Monday to 5 Friday), or a number of days after its first day. */
const openingRuleSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("weekday"), nth: z.number().int().min(1).max(10), weekday }),
  z.object({ kind: z.literal("offset"), days: z.number().int().min(0).max(70) }),
]);
export type OpeningRule = z.infer<typeof openingRuleSchema>;

/** "Every quarter by template": how the next quarter's draft is made and planned. */
export const cycleTemplateSchema = z
  .object({
    opens: openingRuleSchema,
    daysOpen: z.number().int().min(2, "At least 2 days.").max(30, "At most 30 days."),
    /** Days from opening to the second window; null: one sitting. */
    castsAfterDays: z.number().int().min(2).max(29).nullable(),
    /** Days from closing to the release; null: an admin releases. */
    releaseAfterDays: z
      .number()
      .int()
      .min(disputeDays + 1, `At least ${disputeDays + 1} days.`)
      .max(60)
      .nullable(),
    sliceNames: chosenSlicesSchema.shape.sliceNames,
  })
  .refine(({ castsAfterDays, daysOpen }) => castsAfterDays === null || castsAfterDays + 2 <= daysOpen, {
    message: "Let sealing begin at least two days before closing.",
    path: ["castsAfterDays"],
  });
export type CycleTemplate = z.infer<typeof cycleTemplateSchema>;

/** The first day of a quarter: 2026-Q2 → 2026-04-01. */
const firstDay = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, "0")}-01`;

/** The day of a quarter that a rule names. */
export function openingDay(rule: OpeningRule, quarter: string): string {
  const first = firstDay(quarter);
  if (rule.kind === "offset") return dayAfter(first, rule.days);
  return dayAfter(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.nth - 1) * 7);
}

export type CyclePlan = {
  quarter: string;
  opensAt: Date;
  closesAt: Date;
  castsFrom: Date | null;
  releaseAt: Date | null;
};

/** What a template makes of a quarter: every moment by the clocks of the company's time zone. */
export function planOf(template: CycleTemplate, quarter: string, zone: string): CyclePlan {
  const at = (day: string, time: string): Date => momentOf({ day, time }, zone);
  const opens = openingDay(template.opens, quarter);
  const closes = dayAfter(opens, template.daysOpen);
  const { castsAfterDays, releaseAfterDays } = template;
  return {
    quarter,
    opensAt: at(opens, opensTime),
    closesAt: at(closes, closesTime),
    castsFrom: castsAfterDays === null ? null : at(dayAfter(opens, castsAfterDays), castsTime),
    releaseAt: releaseAfterDays === null ? null : at(dayAfter(closes, releaseAfterDays), releaseTime),
  };
}

/**
 * The plan of the next quarter: the first one from `from` on that has no cycle, whose opening is still to come, and that
 * leaves at least 60 days to the opening before it (D8).
 */
export function nextPlan(
  template: CycleTemplate,
  ground: { from: string; taken: readonly string[]; lastOpening: Date | null; zone: string },
  now: Date,
): CyclePlan {
  for (let quarter = ground.from; ; quarter = quarterAfter(quarter)) {
    const plan = planOf(template, quarter, ground.zone);
    const distance = ground.lastOpening
      ? plan.opensAt.getTime() - ground.lastOpening.getTime()
      : Number.POSITIVE_INFINITY;
    const far = distance >= minDaysBetweenCycles * dayMilliseconds;
    if (plan.opensAt > now && far && !ground.taken.includes(quarter)) return plan;
  }
}

/** The quarter a moment falls into by the clocks of a zone. */
export function quarterIn(now: Date, zone: string): string {
  const { day }: WallTime = wallTimeOf(now, zone);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
