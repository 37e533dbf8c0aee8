import type { BoardPage } from "@/domain/board-page";
import { quarterLabel } from "@/domain/quarter";
import { quarterText } from "@/ui/chart/trend-words";
import { DataTable } from "@/ui/kit/data-table";
import { figures } from "@/ui/kit/figures";
import { boardValues } from "./board-values";

/** The table of all values below the page; on paper every value stands in its panel already. */
export function BoardValuesTable({ page }: { page: BoardPage }) {
  const [before, now] = page.quarters.slice(-2).length === 2 ? page.quarters.slice(-2) : [null, page.quarter];
  return (
    <details className="board-values num">
      <summary>Table of all values</summary>
      <DataTable
        caption="All values of the board page"
        head={[
          "Area",
          before ? before.slice(5) : "Before",
          now?.slice(5),
          figures("95 % interval"),
          "Change, likely range",
          "In words",
          "Answers",
        ]}
      >
        {boardValues(page).map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.area}</th>
            <td>{row.before}</td>
            <td>{row.now}</td>
            <td>{row.interval}</td>
            <td>{row.change}</td>
            <td>{row.words}</td>
            <td>{figures(row.answers)}</td>
          </tr>
        ))}
      </DataTable>
      <div className="mt-4">
        <DataTable
          caption="Every quarter of the board page: score and 95 percent interval"
          head={["Area", ...page.quarters.map(quarterLabel)]}
        >
          {page.groups.flatMap(({ subject, panels }) =>
            panels.map((panel) => (
              <tr key={`${subject}-${panel.key}`}>
                <th scope="row">{panel.label}</th>
                {panel.points.map((point, index) => (
                  <td key={point.quarter}>{quarterText(panel, index)}</td>
                ))}
              </tr>
            )),
          )}
        </DataTable>
      </div>
    </details>
  );
}
