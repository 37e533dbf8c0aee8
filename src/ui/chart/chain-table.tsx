import { AxisWords } from "./axis-words";
import { type ChainStation, carrierWords } from "./chain-station";
import { IntervalDot } from "./interval-dot";
import { rangeText, scoreText } from "./score-words";
import { Withheld } from "./withheld";

/** The chain as rows: its table, and on a phone its picture. */
export function ChainTable({ stations }: { stations: readonly ChainStation[] }) {
  return (
    <>
      <AxisWords />
      <table className="chart-table profile">
        <caption className="sr-only">
          Innovation chain: who carries each station, and its score with the interval
        </caption>
        <thead>
          <tr>
            <th scope="col">Station</th>
            <th scope="col">
              <span className="sr-only">From never to almost always</span>
            </th>
            <th scope="col" className="right">
              Engineers
            </th>
          </tr>
        </thead>
        <tbody>
          {stations.map(({ key, label, carrier, lines, score }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                <small>
                  {carrierWords[carrier]}: {lines.join(" ")}
                </small>
              </th>
              {score.kind === "withheld" ? (
                <td className="withheld-span" colSpan={2}>
                  <Withheld why={score.why} />
                </td>
              ) : (
                <>
                  <td className="plot-cell">
                    <IntervalDot of={carrier} score={score} />
                  </td>
                  <td className="right value num">
                    <b>{scoreText(score)}</b> <span>{rangeText(score)}</span>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
