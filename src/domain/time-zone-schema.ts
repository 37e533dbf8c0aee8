import { z } from "zod";
import { parseTimeZone, usualTimeZone } from "./time-zone";

/** A chosen time zone by its IANA name; apart from time-zone.ts, which pages load that validate nothing. */
export const timeZoneSchema = z
  .string()
  .refine((name) => parseTimeZone(name) !== null, { message: "Choose a time zone such as Europe/Berlin." })
  .transform((name) => parseTimeZone(name) ?? usualTimeZone);
