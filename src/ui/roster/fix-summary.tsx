import type { ComparedRow, RosterCounts } from "@/domain/roster-comparison";
import { counted, digits } from "./number-words";
import { fieldId } from "./row-field";

const linked = 10;

/** The rows that need a fix, each a link to its first field; links lead to rows of this page only. */
export function FixSummary({ rows, counts }: { rows: readonly ComparedRow[]; counts: RosterCounts }) {
  if (counts.fix === 0) return null;
  const here = rows.filter((row) => row.outcome === "fix").slice(0, linked);
  const rest = counts.fix - here.length;
  return (
    <section aria-label="Rows that need a fix" className="mb-4 rounded-md bg-error-soft px-4 py-3 text-ink-2">
      <p className="font-semibold text-ink">
        {counted(counts.fix, "row needs", "rows need")} a fix. The others are fine.
      </p>
      {here.length > 0 ? (
        <ul className="mt-1 grid gap-0.5">
          {here.map((row) => (
            <li key={row.line}>
              <a href={`#${fieldId(row.line, row.issues[0]?.field ?? "email")}`}>Row {row.line}</a>:{" "}
              {row.issues[0]?.cause}
            </li>
          ))}
          {rest > 0 ? <li className="num">and {digits(rest)} more</li> : null}
        </ul>
      ) : null}
    </section>
  );
}
