import { deliveryLogDays } from "@/domain/webhook";
import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { PageHead } from "@/ui/shell/page-head";
import { AddWebhook } from "./add-webhook";
import { DeliveryLog } from "./delivery-log";
import { WebhookCard } from "./webhook-card";

/** Where a company is told of its cycles, and how that went. */
export function NotificationsPage({ company, data }: { company: string; data: Outputs["webhook"]["list"] }) {
  const { endpoints, deliveries, timeZone } = data;
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Notifications"
        lede="Slack, Microsoft Teams or a program of yours is told when a survey opens, closes, is counted and is released. Never who collected or sent a ballot, and no number of it."
      />
      <div className="grid gap-5">
        {endpoints.length === 0 ? <p className="text-ink-3">Nothing is told anywhere yet.</p> : null}
        {endpoints.map((endpoint) => (
          <WebhookCard key={endpoint.id} company={company} endpoint={endpoint} timeZone={timeZone} />
        ))}
        <Card title="Add a place" className="grid gap-4">
          <AddWebhook company={company} />
        </Card>
        {deliveries.length > 0 ? (
          <section className="grid gap-3">
            <h2>What was sent</h2>
            <p className="max-w-measure text-ink-2">
              The last {deliveries.length}. Kept for {deliveryLogDays} days. Of an answer we keep its number and nothing
              else.
            </p>
            <DeliveryLog company={company} deliveries={deliveries} timeZone={timeZone} />
          </section>
        ) : null}
      </div>
    </>
  );
}
