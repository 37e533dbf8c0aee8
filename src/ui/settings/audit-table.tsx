import { DataTable } from "@/ui/kit/data-table";
import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import type { AuditChoice } from "./audit-filter";
import { auditTime, deedText } from "./audit-words";

type AuditEntry = { sequence: number; at: Date; actor: string; action: string; subject: string | null };

/** What admins did, newest first, page by page. */
export function AuditTable({
  company,
  filter,
  total,
  pageSize,
  entries,
}: {
  company: string;
  filter: AuditChoice;
  total: number;
  pageSize: number;
  entries: readonly AuditEntry[];
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const { page, actor, action } = filter;
  const hrefOf = (number: number) =>
    `/${company}/settings/audit?${new URLSearchParams({ ...(actor && { actor }), ...(action && { action }), page: String(number + 1) })}`;
  if (entries.length === 0) {
    return (
      <EmptyState
        title={
          page > 0 ? "This page of the log is empty." : actor || action ? "No such line." : "Nothing was done yet."
        }
        action={page > 0 ? <LinkButton href={hrefOf(0)}>To the newest entries</LinkButton> : null}
      />
    );
  }
  return (
    <div className="grid gap-3">
      <DataTable stacked caption="What admins did" head={["When", "Who", "What"]}>
        {entries.map((entry) => (
          <tr key={entry.sequence}>
            <td className="num text-ink-2">
              <time dateTime={entry.at.toISOString()}>{auditTime(entry.at)}</time>
            </td>
            <td className="wrap-anywhere">{entry.actor}</td>
            <td>
              <span className="font-medium">{deedText(entry.action)}</span>
              {entry.subject ? <span className="block wrap-anywhere text-ink-2">{entry.subject}</span> : null}
            </td>
          </tr>
        ))}
      </DataTable>
      <nav aria-label="Pages of the log" className="flex flex-wrap items-center justify-between gap-3">
        <p className="num text-xs text-ink-3">
          Entries {page * pageSize + 1}–{page * pageSize + entries.length} of {total}
        </p>
        <div className="flex gap-2">
          {page > 0 ? <LinkButton href={hrefOf(page - 1)}>Newer</LinkButton> : null}
          {page + 1 < pages ? <LinkButton href={hrefOf(page + 1)}>Older</LinkButton> : null}
        </div>
      </nav>
    </div>
  );
}
