import type { z } from "zod";
import type { SliceName } from "@/domain/roster";
import { type CycleTemplate, cycleTemplateSchema } from "@/domain/schedule";

/** What the form holds: every value as it is typed. */
export type TypedTemplate = {
  rule: string;
  nth: string;
  weekday: string;
  days: string;
  daysOpen: string;
  castsAfterDays: string;
  releaseAfterDays: string;
  sliceNames: SliceName[];
};

const number = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** The form's values from a template, or the usual ones: the second Tuesday, two weeks, one sitting, released by an admin. */
export function typedFrom(template: CycleTemplate | null): TypedTemplate {
  const opens = template?.opens;
  return {
    rule: opens?.kind ?? "weekday",
    nth: String(opens?.kind === "weekday" ? opens.nth : 2),
    weekday: String(opens?.kind === "weekday" ? opens.weekday : 2),
    days: String(opens?.kind === "offset" ? opens.days : 10),
    daysOpen: String(template?.daysOpen ?? 14),
    castsAfterDays: String(template?.castsAfterDays ?? ""),
    releaseAfterDays: String(template?.releaseAfterDays ?? ""),
    sliceNames: template?.sliceNames ?? [],
  };
}

/** The template that typed values mean, or the first thing that is wrong with them, by field. */
export function templateFrom(typed: TypedTemplate) {
  const opens =
    typed.rule === "offset"
      ? { kind: "offset", days: number(typed.days) }
      : { kind: "weekday", nth: number(typed.nth), weekday: number(typed.weekday) };
  const { daysOpen, castsAfterDays, releaseAfterDays } = typed;
  return cycleTemplateSchema.safeParse({
    opens,
    daysOpen: number(daysOpen),
    castsAfterDays: number(castsAfterDays),
    releaseAfterDays: number(releaseAfterDays),
    sliceNames: typed.sliceNames,
  });
}

/** Every problem at the field it was typed in. */
export const problemsOf = (error: z.ZodError): { field: keyof TypedTemplate; message: string }[] =>
  error.issues.map(({ path, message }) => ({
    field: (path[0] === "opens" ? (path[1] ?? "rule") : path[0]) as keyof TypedTemplate,
    message: /^(Invalid|Too)/.test(message) ? "Enter a whole number in range." : message,
  }));
