import Link from "next/link";
import { digits } from "./number-words";

/** Earlier and later page; nothing when there is one page only. */
export function PageLinks({
  page,
  pages,
  hrefOf,
  label,
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label: string;
}) {
  if (pages < 2) return null;
  return (
    <nav aria-label={label} className="mt-3 flex flex-wrap items-center justify-between gap-3 text-ink-2">
      <span className="num">
        Page {digits(page)} of {digits(pages)}
      </span>
      <span className="flex gap-2">
        {page > 1 ? (
          <Link className="button" href={hrefOf(page - 1)} scroll={false}>
            Previous
          </Link>
        ) : null}
        {page < pages ? (
          <Link className="button" href={hrefOf(page + 1)} scroll={false}>
            Next
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
