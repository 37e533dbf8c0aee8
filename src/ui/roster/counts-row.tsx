import type { RosterCounts } from "@/domain/roster-comparison";
import { digits } from "./number-words";

/** How the file differs from the present roster, in five numbers. */
export function CountsRow({ counts }: { counts: RosterCounts }) {
  const cells = [
    { count: counts.unchanged, words: "unchanged" },
    { count: counts.join, words: counts.join === 1 ? "joins" : "join" },
    { count: counts.change, words: counts.change === 1 ? "changes" : "change" },
    { count: counts.leave, words: counts.leave === 1 ? "leaves" : "leave" },
    { count: counts.fix, words: counts.fix === 1 ? "needs a fix" : "need a fix", alert: counts.fix > 0 },
  ];
  return (
    <ul className="num mb-4 grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-surface sm:grid-cols-5">
      {cells.map(({ count, words, alert }) => (
        <li key={words} className="-mt-px -ml-px border-t border-l border-line px-4 py-3 max-sm:last:col-span-2">
          <span className={`block text-lg leading-tight font-semibold ${alert ? "text-error" : ""}`}>
            {digits(count)}{" "}
          </span>
          <span className="text-xs text-ink-3">{words}</span>
        </li>
      ))}
    </ul>
  );
}
