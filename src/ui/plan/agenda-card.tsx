import { quarterLabel } from "@/domain/quarter";
import type { Outputs } from "@/trpc/outputs";
import { momentText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { DataTable } from "@/ui/kit/data-table";
import { Notice } from "@/ui/kit/notice";
import { agendaText, fixedText, undoText } from "./agenda-text";
import { UndoAgenda } from "./undo-agenda";

/** What will happen by itself next, each with its moment and the way to take it back. */
export function AgendaCard({ company, plan, now }: { company: string; plan: Outputs["plan"]["get"]; now: Date }) {
  const { items, problems, timeZone } = plan;
  return (
    <Card title="What happens next, by itself" className="grid gap-4">
      {problems.map(({ quarter, problem }) => (
        <Notice
          key={quarter}
          tone="error"
          title={`${quarterLabel(quarter)} was planned to open and did not. ${problem}`}
        />
      ))}
      {items.length === 0 ? (
        <p className="text-ink-2">Nothing is planned. A draft opens when an admin opens it.</p>
      ) : (
        <DataTable stacked caption="What happens next, by itself" head={["When", "What", "Take it back"]}>
          {items.map((item) => (
            <tr key={`${item.quarter} ${item.what} ${item.at.getTime()}`}>
              <td className="sm:whitespace-nowrap">
                {item.at <= now ? "Within minutes" : momentText(item.at, timeZone)}
              </td>
              <th scope="row" className="font-medium">
                {agendaText(item)}
              </th>
              <td className="text-ink-3">
                {undoText(item) ? <UndoAgenda company={company} item={item} /> : fixedText(item)}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </Card>
  );
}
