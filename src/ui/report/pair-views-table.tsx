import { figures } from "@/ui/kit/figures";
import { Tag } from "@/ui/kit/tag";
import type { PairView } from "./pair-view";

/** Where the two leaders and the engineers see an activity differently. */
export function PairViewsTable({ views }: { views: readonly PairView[] }) {
  if (views.length === 0) return <p>Nowhere do you two and the engineers differ about who does what.</p>;
  return (
    <table className="views">
      <caption className="sr-only">Activities where the two leaders and the engineers answer differently</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">The CTO says</th>
          <th scope="col">The VPoE says</th>
          <th scope="col">Engineers say</th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => (
          <tr key={view.key}>
            <th scope="row">
              <span className="mr-2 font-semibold">{view.question}</span>
              <Tag>{view.kind === "you-differ" ? "You differ" : "Shared blind spot"}</Tag>
              <p className="text-ink-2">{view.sentence}</p>
            </th>
            <td>
              <span className="cell-label">The CTO says: </span>
              {view.cto}
            </td>
            <td>
              <span className="cell-label">The VPoE says: </span>
              {view.vpe}
            </td>
            <td className="num">
              <span className="cell-label">Engineers say: </span>
              {figures(view.engineers)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
