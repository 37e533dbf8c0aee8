import type { DimensionResult } from "@/domain/report";
import { frequencyWord, upperFirst } from "@/domain/report-words";
import { scoreText } from "@/ui/chart/score-words";

export type AttributedColumn = { heading: string; read: (dimension: DimensionResult) => number | null };

/** "Often, 75", or a dash for what was not answered. */
const viewText = (value: number | null): string =>
  value === null ? "–" : `${upperFirst(frequencyWord(value))}, ${Math.round(value)}`;

/** What a leader said with their name, beside the engineers' anonymous mean; never mixed into it (D9). */
export function AttributedViews({
  dimensions,
  columns,
  caption,
  verdict,
}: {
  dimensions: readonly DimensionResult[];
  columns: readonly AttributedColumn[];
  caption: string;
  /** What the three views say together, in words. */
  verdict?: ((dimension: DimensionResult) => string | null) | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls and must be reachable by keyboard (WCAG 2.1.1)
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-xs text-ink-3">
          <tr>
            <th scope="col" className="py-1.5 pr-4 font-normal">
              Area
            </th>
            {columns.map(({ heading }) => (
              <th key={heading} scope="col" className="py-1.5 pr-4 font-normal">
                {heading}
              </th>
            ))}
            <th scope="col" className="py-1.5 font-normal">
              Engineers
            </th>
            {verdict ? (
              <th scope="col" className="py-1.5 pl-4 font-normal">
                Together
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="num">
          {dimensions.map((dimension) => (
            <tr key={dimension.key} className="border-t border-line">
              <th scope="row" className="py-2.5 pr-4 font-medium">
                {dimension.label}
              </th>
              {columns.map(({ heading, read }) => (
                <td key={heading} className="py-2.5 pr-4">
                  {viewText(read(dimension))}
                </td>
              ))}
              <td className="py-2.5 text-ink-2">
                {dimension.score.kind === "shown" ? scoreText(dimension.score) : "withheld"}
              </td>
              {verdict ? <td className="py-2.5 pl-4 text-ink-2">{verdict(dimension) ?? "–"}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
