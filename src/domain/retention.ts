import { z } from "zod";
import { deliveryLogDays } from "./webhook";

/** Cycles whose results are kept. Floor: the year before needs five. Ceiling: five years of quarters. */
export const retentionBounds = { least: 5, most: 20, normal: 8 } as const;
/** The public record of a cycle goes when this many newer ones were closed. */
export const publicRecordCycles = 20;
/** Notes on mails, after the close. */
const deliveryDays = 90;
/** Roster files that were read, from the day they were read. */
export const rosterImportDays = 7;
/** People whom the directory deactivated and nothing else holds. */
export const deactivatedDays = 90;
/** What the directory could not do, in words. */
export const directoryProblemDays = 30;
/** Mails of the demo. */
export const demoMailDays = 30;

export const setRetentionInput = z.object({
  cycles: z
    .number("Enter a number.")
    .int("Enter a whole number.")
    .min(retentionBounds.least, `Keep at least ${retentionBounds.least}: a year's comparison needs them.`)
    .max(retentionBounds.most, `Keep at most ${retentionBounds.most}.`),
});

type AgedCycle = { id: string; closedAt: Date; destroyedAt: Date | null; expiredAt: Date | null };

/**
 * What is due among the closed cycles of a company, given newest first: results to delete, whole records to delete, and
 * cycles whose mail notes go. Nothing of a cycle whose sealed ballots are still there is ever due.
 */
export function dueByAge(
  newestFirst: readonly AgedCycle[],
  keepCycles: number,
  now: Date,
): { results: string[]; records: string[]; deliveries: string[] } {
  const keep = Math.min(Math.max(keepCycles, retentionBounds.least), retentionBounds.most);
  const gone = (cycle: AgedCycle) => cycle.destroyedAt !== null;
  const before = daysBefore(now, deliveryDays);
  const ids = (cycles: readonly AgedCycle[]) => cycles.map(({ id }) => id);
  return {
    results: ids(newestFirst.slice(keep).filter((cycle) => gone(cycle) && cycle.expiredAt === null)),
    records: ids(newestFirst.slice(publicRecordCycles).filter((cycle) => gone(cycle))),
    deliveries: ids(newestFirst.filter((cycle) => gone(cycle) && cycle.closedAt < before)),
  };
}

/** The moment a number of days before another. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** The plain table: what goes when. */
export const retentionTable = (keepCycles: number): { what: string; when: string }[] => [
  { what: "Sealed ballots, marks of who collected one, the keys of a cycle", when: "7 days after it closes" },
  { what: "Notes on mails: to whom, whether they arrived", when: `${deliveryDays} days after a cycle closes` },
  {
    what: "Reports, comments, self-ratings, commitments, words and links for the board, and the roster of a cycle",
    when: `once ${keepCycles} newer cycles are closed`,
  },
  {
    what: "The public record of a cycle: fingerprint, counts, receipts",
    when: `once ${publicRecordCycles} newer cycles are closed`,
  },
  { what: "People who left and are on no roster that is kept", when: "the night after" },
  { what: "People whom the directory deactivated", when: `${deactivatedDays} days after, then as people who left` },
  { what: "Requests of the directory that were refused", when: `${directoryProblemDays} days after` },
  { what: "Roster files that were read", when: `${rosterImportDays} days after reading` },
  { what: "What was sent to webhooks and chats", when: `${deliveryLogDays} days after it happened` },
  { what: "API keys that ended", when: "90 days after they expired or were revoked" },
  { what: "Hashes of the API's requests that named themselves", when: "the night after they are a day old" },
  { what: "Sign-in links and sessions", when: "the night after they expire" },
  {
    what: "Sign-ins through a company's provider that were begun",
    when: "when they end, or the night after",
  },
  { what: "The audit log", when: "with the company; names in it go when a person is erased" },
];
