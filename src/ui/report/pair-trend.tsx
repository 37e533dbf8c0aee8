import type { TrendPanel as Panel } from "@/domain/board-page";
import { quarterLabel } from "@/domain/quarter";
import { TrendPanel } from "@/ui/chart/trend-panel";
import { quarterText } from "@/ui/chart/trend-words";
import { Fold } from "@/ui/kit/fold";

/** The shared areas over up to eight quarters as small multiples, and the same as a table. */
export function PairTrend({ panels }: { panels: readonly Panel[] }) {
  const quarters = panels[0]?.points.map(({ quarter }) => quarter) ?? [];
  return (
    <>
      <div className="small-multiples pair-trend">
        {panels.map((panel, index) => (
          <div key={panel.key}>
            <h3>{panel.label}</h3>
            <TrendPanel of="pair" panel={panel} explain={index === 0} />
          </div>
        ))}
      </div>
      <div className="mt-3">
        <Fold summary="The same as a table">
          <table className="views wrapping">
            <caption className="sr-only">The shared areas by quarter: score and 95 percent interval</caption>
            <thead>
              <tr>
                <th scope="col">Quarter</th>
                {panels.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {quarters.map((quarter, index) => (
                <tr key={quarter}>
                  <th scope="row">{quarterLabel(quarter)}</th>
                  {panels.map((panel) => (
                    <td key={panel.key} className="num">
                      <span className="cell-label">{panel.label}: </span>
                      {quarterText(panel, index)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Fold>
      </div>
    </>
  );
}
