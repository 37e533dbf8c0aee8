import type { ReactNode } from "react";

/** A bordered table whose overflow scrolls inside its own labelled region. */
export function DataTable({
  caption,
  head,
  stacked = false,
  children,
}: {
  caption: string;
  head: readonly ReactNode[];
  /** On a phone each row becomes a card of its cells, one below the other; they must explain themselves. */
  stacked?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className={stacked ? "data-table stacked" : "data-table"}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
