const receiptsPerPage = 200;

/** One page of the published receipts, in ascending order; the order says nothing about when or by whom. */
export function ReceiptList({ leaves, page, href }: { leaves: readonly string[]; page: number; href: string }) {
  const pages = Math.max(1, Math.ceil(leaves.length / receiptsPerPage));
  const shown = Math.min(Math.max(1, Math.floor(page)), pages);
  const from = (shown - 1) * receiptsPerPage;
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">
        {leaves.length} {leaves.length === 1 ? "receipt" : "receipts"}, sorted; the order says nothing about when they
        came.
        {pages > 1 ? ` Page ${shown} of ${pages}.` : ""}
      </p>
      <ol className="num grid gap-1 font-mono text-xs leading-snug text-ink-2">
        {leaves.slice(from, from + receiptsPerPage).map((leaf) => (
          <li key={leaf} className="wrap-anywhere">
            {leaf}
          </li>
        ))}
      </ol>
      {pages > 1 ? (
        <nav aria-label="Pages of the list" className="no-print flex gap-4">
          {shown > 1 ? <a href={`${href}?page=${shown - 1}#receipts`}>Previous {receiptsPerPage}</a> : null}
          {shown < pages ? <a href={`${href}?page=${shown + 1}#receipts`}>Next {receiptsPerPage}</a> : null}
        </nav>
      ) : null}
    </div>
  );
}
