import type { Subject } from "@/domain/board-page";
import type { DimensionResult } from "@/domain/report";
import { AxisHeader } from "@/ui/chart/axis-header";
import { AxisWords } from "@/ui/chart/axis-words";
import { Dumbbell } from "@/ui/chart/dumbbell";
import { changeWords, points, rangeText, responsibilityBandWord, scoreText } from "@/ui/chart/score-words";
import { Withheld } from "@/ui/chart/withheld";

/** Duties in the order of the talk, never by score: engineers' score, interval, own score, band. */
export function ResponsibilityProfile({
  of,
  dimensions,
  withSelf,
  since,
}: {
  of: Subject;
  dimensions: readonly DimensionResult[];
  withSelf: boolean;
  /** For example "Q1"; null before the second quarter. */
  since: string | null;
}) {
  return (
    <>
      <AxisWords />
      <table className="chart-table profile">
        <caption className="sr-only">
          Responsibility profile: engineers’ score with 95 percent interval, {withSelf ? "your own score, " : ""}band.
        </caption>
        <thead>
          <tr>
            <th scope="col">{since === null ? "Area" : `Change since ${since} below each name`}</th>
            <AxisHeader width={400} words />
            <th scope="col" className="right">
              Engineers
            </th>
            {withSelf ? (
              <th scope="col" className="right">
                You
              </th>
            ) : null}
            <th scope="col" className="right">
              Band
            </th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map((dimension) => (
            <ProfileRow key={dimension.key} of={of} dimension={dimension} withSelf={withSelf} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ProfileRow({ of, dimension, withSelf }: { of: Subject; dimension: DimensionResult; withSelf: boolean }) {
  const { label, score, self, band, change, executives } = dimension;
  if (score.kind === "withheld")
    return (
      <tr>
        <th scope="row">{label}</th>
        <td className="withheld-span" colSpan={withSelf ? 4 : 3}>
          <div className="grid min-h-[46px] items-center">
            <Withheld why={score.why} />
          </div>
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        {label}
        <small className="num">{changeWords(change)}</small>
      </th>
      <td className="plot-cell">
        <Dumbbell of={of} score={score} self={withSelf ? self : null} executives={executives} />
      </td>
      <td className="right value num">
        <b>{scoreText(score)}</b> <span>{rangeText(score)}</span>
      </td>
      {withSelf ? (
        <td className="right you num">
          <span className="cell-label">You: </span>
          {self === null ? "–" : points(self)}
        </td>
      ) : null}
      <td className="right word">{band === null ? "" : responsibilityBandWord[band]}</td>
    </tr>
  );
}
