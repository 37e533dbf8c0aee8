import { Card } from "@/ui/kit/card";
import type { CycleView } from "./cycle-view";
import { RetryMail } from "./retry-mail";
import { WaitForCycle } from "./wait-for-cycle";

/** What became of the invitations, and which did not arrive. Knows nothing of ballots. */
export function DeliveryCard({ company, cycle }: { company: string; cycle: CycleView }) {
  const { sent, waiting, failed, failures } = cycle.delivery;
  const total = sent + waiting + failed;
  const open = cycle.phase === "open";
  return (
    <Card title="Delivery">
      <ul className="mt-2">
        <li className="flex justify-between gap-4 py-2.5">
          <span>Invitations sent</span>
          <span className="num shrink-0 text-ink-3">
            {sent} of {total}
          </span>
        </li>
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
        {failures.map(({ email, error }) => (
          <li key={email} className="border-t border-line py-2.5 leading-normal wrap-anywhere">
            {email}
            <br />
            <span className="text-xs text-error">{error ?? "Could not be delivered"}</span>
          </li>
        ))}
        {failed > failures.length ? (
          <li className="border-t border-line py-2.5 text-ink-2">and {failed - failures.length} more</li>
        ) : null}
      </ul>
      {failed > 0 && open ? <RetryMail company={company} quarter={cycle.quarter} failed={failed} /> : null}
    </Card>
  );
}
