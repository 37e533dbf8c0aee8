import { retryDelays, type WebhookEvent, type WebhookKind } from "@/domain/webhook";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { withCompany } from "@/server/db/with-company";
import { attemptsOf } from "./deliver";

const shownDeliveries = 50;

/** The endpoints of a company, without any secret, and what was sent to them lately, newest first. */
export const listWebhooks = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { companyId, now } = tenant;
    const endpoints = await tx.webhookEndpoint.findMany({
      where: { companyId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const deliveries = await tx.webhookDelivery.findMany({
      where: { companyId },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: shownDeliveries,
    });
    return {
      timeZone: await getTimeZone(tx, companyId),
      endpoints: endpoints.map((endpoint) => ({
        id: endpoint.id,
        kind: endpoint.kind as WebhookKind,
        name: endpoint.name,
        address: endpoint.shownAddress,
        events: endpoint.events as WebhookEvent[],
        signs: endpoint.sealedSecret !== null,
        oldSecretUntil:
          endpoint.previousSecretUntil && endpoint.previousSecretUntil > now ? endpoint.previousSecretUntil : null,
        failingSince: endpoint.failingSince,
        disabledReason: endpoint.disabledReason,
      })),
      deliveries: deliveries.map((delivery) => ({
        id: delivery.id,
        endpoint: endpoints.find(({ id }) => id === delivery.endpointId)?.name ?? "",
        event: delivery.event as WebhookEvent | "test",
        state: delivery.state as "waiting" | "delivered" | "failed",
        createdAt: delivery.createdAt,
        attempts: attemptsOf(delivery.attempts),
        next:
          delivery.state === "waiting" && delivery.nextAttemptAt
            ? {
                at: delivery.nextAttemptAt > now ? delivery.nextAttemptAt : null,
                number: delivery.failures + 1,
                most: retryDelays.length + 1,
              }
            : null,
      })),
    };
  });
