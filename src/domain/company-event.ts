import { z } from "zod";
import { quarterSchema } from "./quarter";

/** The board page has room for two a quarter. */
export const maxEventsPerQuarter = 2;

/** Something outside the survey that a trend must be read with, for example "Two teams merged". */
export const companyEventInput = z.object({
  quarter: quarterSchema,
  label: z.string().trim().min(3, "Say what happened.").max(40, "Use at most 40 characters."),
});

export type CompanyEvent = { quarter: string; label: string };
