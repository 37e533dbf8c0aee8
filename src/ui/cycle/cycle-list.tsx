import type { Phase } from "@/domain/cycle";
import { quarterLabel } from "@/domain/quarter";
import { DataTable } from "@/ui/kit/data-table";
import { OnPhone } from "@/ui/kit/on-phone";
import { Tag } from "@/ui/kit/tag";
import { type CycleLine, cyclePath } from "./cycle-view";
import { dateText } from "./dates";
import { phaseLabel } from "./phase-text";

const tone: Record<Phase, "neutral" | "ok"> = { draft: "neutral", open: "ok", closed: "neutral", released: "neutral" };

/** All cycles, newest first, with their phase and dates. */
export function CycleList({
  company,
  cycles,
  timeZone,
}: {
  company: string;
  cycles: readonly CycleLine[];
  timeZone: string;
}) {
  const date = (moment: Date | null) => (moment ? dateText(moment, timeZone) : "–");
  return (
    <DataTable stacked caption="Cycles" head={["Cycle", "Phase", "Opened", "Closes or closed", "Released"]}>
      {cycles.map((cycle) => (
        <tr key={cycle.quarter}>
          <th scope="row" className="whitespace-nowrap font-medium">
            <a href={cyclePath(company, cycle.quarter)}>{quarterLabel(cycle.quarter)}</a>
          </th>
          <td>
            <Tag tone={tone[cycle.phase]}>{phaseLabel[cycle.phase]}</Tag>
            {cycle.expiredAt ? (
              <span className="block whitespace-nowrap text-xs text-ink-3 sm:ml-2 sm:inline">
                results deleted by age
              </span>
            ) : null}
          </td>
          <td className="num whitespace-nowrap text-ink-2">
            <OnPhone>Opened: </OnPhone>
            {date(cycle.opensAt)}
          </td>
          <td className="num whitespace-nowrap text-ink-2">
            <OnPhone>{cycle.closedAt ? "Closed: " : "Closes: "}</OnPhone>
            {date(cycle.closedAt ?? cycle.closesAt)}
          </td>
          <td className="num whitespace-nowrap text-ink-2">
            <OnPhone>Released: </OnPhone>
            {date(cycle.releasedAt)}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
