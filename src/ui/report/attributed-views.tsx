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
    <table className="views wrapping">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Area</th>
          {columns.map(({ heading }) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
          <th scope="col">Engineers</th>
          {verdict ? <th scope="col">Together</th> : null}
        </tr>
      </thead>
      <tbody className="num">
        {dimensions.map((dimension) => (
          <tr key={dimension.key}>
            <th scope="row" className="font-medium">
              {dimension.label}
            </th>
            {columns.map(({ heading, read }) => (
              <td key={heading}>
                <span className="cell-label">{heading}: </span>
                {viewText(read(dimension))}
              </td>
            ))}
            <td>
              <span className="cell-label">Engineers: </span>
              {dimension.score.kind === "shown" ? scoreText(dimension.score) : "withheld"}
            </td>
            {verdict ? <td className="text-ink-2">{verdict(dimension) ?? "–"}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
