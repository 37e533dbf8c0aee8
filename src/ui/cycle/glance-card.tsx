import type { GlanceQuarter } from "@/domain/glance";
import type { GroupParticipation } from "@/domain/participation";
import { quarterLabel } from "@/domain/quarter";
import { HatchDefinition } from "@/ui/chart/hatch";
import { Card } from "@/ui/kit/card";
import { DataTable } from "@/ui/kit/data-table";
import { figures } from "@/ui/kit/figures";
import { OnPhone } from "@/ui/kit/on-phone";
import { GlanceChart } from "./glance-chart";

/** Participation of a group in words: exact after release, in steps before, and below 5 only that. */
function participationText({ invited, participation }: GroupParticipation): string {
  switch (participation.kind) {
    case "few":
      return figures(`fewer than 5 of ${invited}`);
    case "enough":
      return figures(`at least 5 of ${invited} collected`);
    case "steps":
      return figures(`${participation.percent} % of ${invited} collected`);
    case "exact":
      return figures(`${participation.answers} of ${invited}, ${participation.percent} %`);
  }
}

/** Every quarter at a glance for admins: who took part and how the mails went. Never a score. */
export function GlanceCard({ quarters }: { quarters: readonly GlanceQuarter[] }) {
  const groupText = ({ groups }: GlanceQuarter, wanted: GroupParticipation["group"]) => {
    const group = groups.find((candidate) => candidate.group === wanted);
    return group ? participationText(group) : "not asked as a group";
  };
  return (
    <Card title="Every quarter at a glance" className="grid gap-4">
      <HatchDefinition />
      <p className="max-w-measure text-ink-2">
        Who took part, in percent of those invited: engineers filled, executives outlined, hatched below 5 and, while a
        cycle is open, in groups under 20. Before a release in steps of 5&nbsp;%, then the exact number. No score is
        here, nor will be.
      </p>
      <GlanceChart quarters={quarters} />
      <DataTable
        stacked
        caption="Every quarter at a glance"
        head={["Quarter", "Engineers", "Executives", "Joined or left", "Reminders", "Mails not delivered"]}
      >
        {quarters.toReversed().map((quarter) => (
          <tr key={quarter.quarter}>
            <th scope="row" className="num whitespace-nowrap font-medium">
              {quarterLabel(quarter.quarter)}
            </th>
            <td className="num">
              <OnPhone>Engineers: </OnPhone>
              {groupText(quarter, "engineer")}
            </td>
            <td className="num">
              <OnPhone>Executives: </OnPhone>
              {groupText(quarter, "executive")}
            </td>
            <td className="num">
              <OnPhone>Joined or left: </OnPhone>
              {quarter.rosterChange ?? "–"}
            </td>
            <td className="num">
              <OnPhone>Reminders: </OnPhone>
              {quarter.remindersSent}
            </td>
            <td className="num">
              <OnPhone>Mails not delivered: </OnPhone>
              {quarter.failedMails}
            </td>
          </tr>
        ))}
      </DataTable>
    </Card>
  );
}
