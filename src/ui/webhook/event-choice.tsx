import type { UseFormRegisterReturn } from "react-hook-form";
import { webhookEvents } from "@/domain/webhook";
import { Checkbox } from "@/ui/kit/checkbox";
import { FieldError } from "@/ui/kit/field";
import { eventText } from "./webhook-words";

/** Which events are told. */
export function EventChoice({
  id,
  error,
  field,
}: {
  id: string;
  error: string | undefined;
  field: UseFormRegisterReturn;
}) {
  return (
    <fieldset className="grid gap-1" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium">What is told</legend>
      {webhookEvents.map((event) => (
        <Checkbox
          key={event}
          id={`${id}-${event.replace(".", "-")}`}
          label={eventText(event)}
          hint={event}
          value={event}
          {...field}
        />
      ))}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}
