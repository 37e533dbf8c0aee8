import { quarterLabel } from "@/domain/quarter";
import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { EventForm } from "./event-form";
import { RemoveEvent } from "./remove-event";

/** What a trend must be read with: an admin adds it, every board page that shows the quarter carries it. */
export function EventsCard({
  company,
  events,
  quarters,
}: {
  company: string;
  events: Outputs["event"]["list"];
  quarters: readonly { value: string; label: string }[];
}) {
  return (
    <Card title="Events beside the trends" className="grid gap-4">
      <p className="max-w-measure text-ink-2">
        A reorganisation or an acquisition changes what engineers see. Name it, and the board page marks it at its
        quarter. New people in a seat and changed wording are marked by themselves.
      </p>
      {events.length > 0 ? (
        <ul>
          {events.map(({ id, quarter, label }) => (
            <li key={id} className="flex items-center justify-between gap-4 border-t border-line py-2">
              <span className="wrap-anywhere">
                <span className="num font-medium">{quarterLabel(quarter)}</span> {label}
              </span>
              <RemoveEvent company={company} eventId={id} label={label} />
            </li>
          ))}
        </ul>
      ) : null}
      <EventForm company={company} quarters={quarters} />
    </Card>
  );
}
