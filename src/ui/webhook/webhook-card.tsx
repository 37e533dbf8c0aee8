import { momentText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { Fold } from "@/ui/kit/fold";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";
import { EditWebhook } from "./edit-webhook";
import type { Endpoint, EndpointProps } from "./endpoint";
import { WebhookActions } from "./webhook-actions";
import { eventText, kindWords } from "./webhook-words";

function StateTag({ endpoint: { disabledReason, failingSince } }: { endpoint: Endpoint }) {
  if (disabledReason) return <Tag tone="error">Off</Tag>;
  return failingSince ? <Tag tone="warn">Fails</Tag> : <Tag tone="ok">On</Tag>;
}

/** One endpoint: where, what, how it stands, and what can be done. */
export function WebhookCard({ company, endpoint, timeZone }: EndpointProps) {
  const { name, kind, address, events, failingSince, disabledReason, oldSecretUntil } = endpoint;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="flex flex-wrap items-center gap-3 wrap-anywhere">
          {name} <StateTag endpoint={endpoint} />
        </h2>
        <p className="wrap-anywhere text-ink-2">
          {kindWords[kind].name}: {address}
        </p>
        <p className="text-ink-2">{events.map(eventText).join(" · ")}</p>
        {oldSecretUntil ? (
          <p className="num text-xs text-ink-3">
            The secret before signs too until {momentText(oldSecretUntil, timeZone)}.
          </p>
        ) : null}
      </div>
      {disabledReason ? (
        <Notice tone="error" title="Nothing is sent here any more.">
          {disabledReason}
        </Notice>
      ) : null}
      {failingSince && !disabledReason ? (
        <Notice tone="caution" title={`Attempts fail since ${momentText(failingSince, timeZone)}.`}>
          They are repeated for about a day each. After three days without one that works it is switched off.
        </Notice>
      ) : null}
      <WebhookActions company={company} endpoint={endpoint} timeZone={timeZone} />
      <Fold
        summary={
          <>
            Change<VisuallyHidden> {name}</VisuallyHidden>
          </>
        }
      >
        <EditWebhook company={company} endpoint={endpoint} />
      </Fold>
    </Card>
  );
}
