import type { Outputs } from "@/trpc/outputs";
import { momentText } from "@/ui/cycle/dates";
import { DataTable } from "@/ui/kit/data-table";
import { Tag } from "@/ui/kit/tag";
import { Redeliver } from "./redeliver";
import { eventText, nextTryText } from "./webhook-words";

type Delivery = Outputs["webhook"]["list"]["deliveries"][number];

const states = {
  waiting: { words: "Waits", tone: "neutral" },
  delivered: { words: "Delivered", tone: "ok" },
  failed: { words: "Failed", tone: "error" },
} as const;

function Attempts({ attempts, timeZone }: { attempts: Delivery["attempts"]; timeZone: string }) {
  if (attempts.length === 0) return <span className="text-ink-3">None yet</span>;
  return (
    <ol className="grid gap-1">
      {attempts.map(({ at, status, reason }) => (
        <li key={at} className="text-xs">
          <span className="num text-ink-2">{momentText(new Date(at), timeZone)}</span>{" "}
          {[status === null ? "No answer." : `Answer ${status}.`, reason].filter(Boolean).join(" ")}
        </li>
      ))}
    </ol>
  );
}

/** What was sent lately and how each attempt went; nothing of a receiver's answer but its number. */
export function DeliveryLog({
  company,
  deliveries,
  timeZone,
}: {
  company: string;
  deliveries: readonly Delivery[];
  timeZone: string;
}) {
  return (
    <DataTable stacked caption="Deliveries" head={["Event", "To", "Since", "State", "Attempts", ""]}>
      {deliveries.map(({ id, event, endpoint, createdAt, state, attempts, next }) => (
        <tr key={id}>
          <th scope="row" className="font-medium">
            {eventText(event)}
          </th>
          <td className="wrap-anywhere text-ink-2">{endpoint}</td>
          <td className="num text-ink-2">{momentText(createdAt, timeZone)}</td>
          <td>
            <Tag tone={states[state].tone}>{states[state].words}</Tag>
            {next ? <p className="num mt-1 text-xs text-ink-3">{nextTryText(next, timeZone)}</p> : null}
          </td>
          <td>
            <Attempts attempts={attempts} timeZone={timeZone} />
          </td>
          <td>
            {state === "waiting" ? null : (
              <Redeliver company={company} deliveryId={id} what={`${eventText(event)}, to ${endpoint}`} />
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
