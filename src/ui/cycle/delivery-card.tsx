import { Card } from "@/ui/kit/card";
import type { CycleView } from "./cycle-view";
import { MarkBounced } from "./mark-bounced";
import { RetryMail } from "./retry-mail";
import { WaitForCycle } from "./wait-for-cycle";

function SentLine({ what, delivery }: { what: string; delivery: CycleView["delivery"] }) {
  const { sent, waiting, failed } = delivery;
  return (
    <li className="flex justify-between gap-4 border-t border-line py-2.5 first:border-t-0">
      <span>{what}</span>
      <span className="num shrink-0 text-ink-3">
        {sent} of {sent + waiting + failed}
      </span>
    </li>
  );
}

const stateWords: Record<string, string> = {
  failed: "Not yet. It is tried again by itself.",
  refused: "Refused for good",
  bounced: "Came back",
};

function FailedLines({ delivery: { failed, failures } }: { delivery: CycleView["delivery"] }) {
  return (
    <>
      {failures.map(({ email, error, state }) => (
        <li key={email} className="border-t border-line py-2.5 leading-normal wrap-anywhere">
          {email}
          <br />
          <span className="text-xs text-error">
            {stateWords[state] ?? "Could not be delivered"}
            {error ? `: ${error}` : ""}
          </span>
        </li>
      ))}
      {failed > failures.length ? (
        <li className="border-t border-line py-2.5 text-ink-2">and {failed - failures.length} more</li>
      ) : null}
    </>
  );
}

/** What became of the mails to everybody on the roster, and which did not arrive. Knows nothing of ballots. */
export function DeliveryCard({ company, cycle }: { company: string; cycle: CycleView }) {
  const { delivery, castingDelivery: casting } = cycle;
  const { waiting } = delivery;
  const open = cycle.phase === "open";
  const begun = casting !== null && casting.sent + casting.waiting + casting.failed > 0;
  const failed = delivery.retried + (casting?.retried ?? 0);
  return (
    <Card title="Delivery">
      <ul className="mt-2">
        <SentLine what="Invitations sent" delivery={delivery} />
        {waiting > 0 ? (
          <li className="border-t border-line py-2.5">
            <div className="flex justify-between gap-4">
              <span>Waiting</span>
              <span className="num shrink-0 text-ink-3">{waiting}</span>
            </div>
            {open ? (
              <div className="text-xs">
                <WaitForCycle
                  company={company}
                  quarter={cycle.quarter}
                  until="delivered"
                  message="They go out by themselves."
                />
              </div>
            ) : null}
          </li>
        ) : null}
        <FailedLines delivery={delivery} />
        {begun ? (
          <>
            <SentLine what="Told people that sealing has begun" delivery={casting} />
            <FailedLines delivery={casting} />
          </>
        ) : null}
      </ul>
      <MarkBounced
        company={company}
        quarter={cycle.quarter}
        bounced={delivery.failures.filter(({ state }) => state === "bounced").map(({ email }) => email)}
      />
      {failed > 0 && open ? <RetryMail company={company} quarter={cycle.quarter} failed={failed} /> : null}
    </Card>
  );
}
