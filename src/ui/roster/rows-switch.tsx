import Link from "next/link";
import type { RowFilter } from "@/domain/roster-comparison";

const look = "rounded-sm px-2.5 py-1 text-xs font-medium leading-5 no-underline";

/** Changes and errors only, or every row; the address keeps the choice. */
export function RowsSwitch({
  filter,
  hrefOf,
  allWords,
}: {
  filter: RowFilter;
  hrefOf: (filter: RowFilter) => string;
  allWords: string;
}) {
  const choices = [
    { value: "changes", words: "Changes and errors" },
    { value: "all", words: allWords },
  ] as const;
  return (
    <nav aria-label="Show rows" className="inline-flex rounded-md border border-line bg-surface p-0.5">
      {choices.map(({ value, words }) => (
        <Link
          key={value}
          href={hrefOf(value)}
          scroll={false}
          replace
          className={`${look} ${value === filter ? "bg-sunken text-ink inset-ring inset-ring-line" : "text-ink-2"}`}
          {...(value === filter ? { "aria-current": "true" as const } : {})}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
