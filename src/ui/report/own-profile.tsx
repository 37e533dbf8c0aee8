import { profileSentence, type RelativeArea } from "@/domain/relative-profile";
import { signed } from "@/domain/report-words";
import { horizontal } from "@/ui/chart/scale";
import { type Hue, hue } from "@/ui/chart/subject-color";

const width = 300;
const reach = 50;

/** Each area against the mean of one's own areas (F18): the general impression taken out. */
export function OwnProfile({ of, mean, areas }: { of: Hue; mean: number; areas: readonly RelativeArea[] }) {
  const at = (points: number): number => horizontal(Math.max(-reach, Math.min(reach, points)) + reach, width);
  return (
    <>
      <p className="mb-3 max-w-measure">{profileSentence(areas)}</p>
      <table className="chart-table">
        <caption className="sr-only">Each area against the mean of your own areas, in points</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col" className="plot-cell">
              your own mean, {Math.round(mean)}, stands in the middle
            </th>
            <th scope="col" className="right">
              Points
            </th>
            <th scope="col" className="right">
              In words
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ key, label, points, standsOut }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="plot-cell">
                <svg viewBox={`0 0 ${width} 30`} width="100%" height="30" aria-hidden="true">
                  <line x1={width / 2} x2={width / 2} y1="0" y2="30" stroke="var(--grid)" />
                  <line x1={width / 2} x2={at(points)} y1="15" y2="15" stroke={hue[of].band} strokeWidth="6" />
                  <circle className="mark" cx={at(points)} cy="15" r="5.5" fill={hue[of].mark} />
                </svg>
              </td>
              <td className="right num">
                <b>{signed(points)}</b>
              </td>
              <td className="right word">
                {standsOut ? (points > 0 ? "clearly above" : "clearly below") : "not clearly apart"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
