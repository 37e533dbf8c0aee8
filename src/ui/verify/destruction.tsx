import { dateText } from "@/ui/cycle/dates";
import type { PublicRecord } from "./public-record";

const dayMilliseconds = 86_400_000;

/** How long the sealed ballots are still there, in whole days, rounded up so that none is promised too early. */
function countdown(destroyOn: Date, now: Date): string {
  const days = Math.ceil((destroyOn.getTime() - now.getTime()) / dayMilliseconds);
  return days <= 0 ? "due now" : days === 1 ? "within a day" : `in ${days} days`;
}

function whenDestroyed({ destroyOn, destroyedAt, timeZone }: PublicRecord, disputeDays: number, now: Date): string {
  if (destroyedAt) return `Destroyed on ${dateText(destroyedAt, timeZone)}`;
  if (destroyOn) return `On ${dateText(destroyOn, timeZone)}, ${countdown(destroyOn, now)}`;
  return `${disputeDays} days after closing`;
}

/** What is destroyed when, and what stays. */
export function Destruction({ record, disputeDays, now }: { record: PublicRecord; disputeDays: number; now: Date }) {
  const entries = [
    {
      when: "While counting",
      what: "Single answers exist in memory only, in a shuffled pile. When the report is written, they are gone.",
    },
    {
      when: whenDestroyed(record, disputeDays, now),
      what: "The sealed ballots, the marks of who collected one, the fingerprints of the claims, and the private keys of this cycle. Copies in backups can then no longer be opened.",
    },
    {
      when: "Kept",
      what: "The report with its group results and, from 10 answers on, comments, shuffled, for as many cycles as the company keeps results. This page stays longer.",
    },
  ];
  return (
    <dl className="grid gap-3">
      {entries.map(({ when, what }) => (
        <div key={when} className="grid gap-x-6 gap-y-1 sm:grid-cols-[176px_minmax(0,1fr)]">
          <dt className="num font-medium">{when}</dt>
          <dd className="text-ink-2">{what}</dd>
        </div>
      ))}
    </dl>
  );
}
