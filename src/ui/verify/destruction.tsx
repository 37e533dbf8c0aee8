import { dateText } from "@/ui/cycle/dates";
import type { PublicRecord } from "./public-record";

function whenDestroyed({ destroyOn, destroyedAt }: PublicRecord, disputeDays: number): string {
  if (destroyedAt) return `Destroyed on ${dateText(destroyedAt)}`;
  if (destroyOn) return `On ${dateText(destroyOn)}`;
  return `${disputeDays} days after closing`;
}

/** What is destroyed when, and what stays. */
export function Destruction({ record, disputeDays }: { record: PublicRecord; disputeDays: number }) {
  const entries = [
    {
      when: "While counting",
      what: "Single answers exist in memory only, in a shuffled pile. When the report is written, they are gone.",
    },
    {
      when: whenDestroyed(record, disputeDays),
      what: "The sealed ballots, the marks of who collected one, the fingerprints of the claims, and the private keys of this cycle. Copies in backups can then no longer be opened.",
    },
    {
      when: "Kept",
      what: "The report with its group results, comments from 10 answers on, shuffled, and this page.",
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
