import { z } from "zod";

/** A calendar quarter, for example 2026-Q2. */
export const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/, "Choose a quarter such as 2026-Q2.");

/** "2026-Q2" → "Q2 2026". */
export const quarterLabel = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;

/** The quarter a moment falls into, UTC. */
export const quarterOf = (moment: Date): string =>
  `${moment.getUTCFullYear()}-Q${Math.floor(moment.getUTCMonth() / 3) + 1}`;

/** The quarter `steps` after (or before, if negative) the given one. */
export function quarterAfter(quarter: string, steps = 1): string {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + steps;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/** Public name of a company's cycle: norrvik and 2026-Q2 → norrvik-2026-q2. */
export const cycleName = (slug: string, quarter: string): string => `${slug}-${quarter.toLowerCase()}`;

/** Undoes cycleName. */
export const parseCycleName = (name: string): { slug: string; quarter: string } => ({
  slug: name.slice(0, -8),
  quarter: name.slice(-7).toUpperCase(),
});
