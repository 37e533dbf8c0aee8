import { env } from "@/env.js";

export type Level = "error" | "warn" | "info";
const rank: Record<Level, number> = { error: 0, warn: 1, info: 2 };
const longestText = 300;

/** Control characters that JSON leaves as they are, line separators, and marks that turn the direction of a line. */
const unseen = /[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * One event as one line of JSON, whatever its fields hold. `at` is left out where a time must not be kept: on the ballot
 * routes a line says what went wrong, never when.
 */
export function logLine(
  level: Level,
  event: string,
  fields: Record<string, string | number | boolean> = {},
  at?: Date,
): string {
  const short = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === "string" && value.length > longestText ? `${value.slice(0, longestText)}…` : value,
  ]);
  const line = { ...(at && { at: at.toISOString() }), level, event, ...Object.fromEntries(short) };
  return JSON.stringify(line).replaceAll(unseen, escaped);
}

function write(level: Level, line: string): void {
  if (rank[level] > rank[env.LOG_LEVEL]) return;
  if (level === "error") console.error(line);
  else console.log(line);
}

/** Says what happened in the program's own words; fields are names of things, counts and kinds, never what people sent. */
export const log = (level: Level, event: string, fields?: Record<string, string | number | boolean>): void =>
  write(level, logLine(level, event, fields, new Date()));

/** The same without a time, for the ballot routes. */
export const logTimeless = (level: Level, event: string, fields?: Record<string, string | number | boolean>): void =>
  write(level, logLine(level, event, fields));

/** The kind of an error and nothing of its message, which may quote what somebody sent. */
export const kindOf = (error: unknown): string => (error instanceof Error ? error.name : "Error");
