import { randomUUID } from "node:crypto";
import type { Phase } from "@/domain/cycle";
import type { WebhookEvent, WebhookKind } from "@/domain/webhook";
import { webhookBody } from "@/domain/webhook-message";
import { env } from "@/env.js";
import type { CompanyTransaction } from "@/server/db/with-company";
import { type CycleJob, enqueueWebhookAttempts } from "@/server/jobs/enqueue";

type Happening = { event: WebhookEvent; now: Date /** Tells one reminder from another. */; which?: string };

/**
 * Queues an event of a cycle for every endpoint that wants it, in the transaction that made it happen: both are kept, or
 * neither. Told twice of the same happening, the second time does nothing.
 */
export async function announce(tx: CompanyTransaction, place: CycleJob, happening: Happening): Promise<void> {
  const { companyId, cycleId } = place;
  const { event, now, which } = happening;
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { companyId, disabledReason: null, events: { has: event } },
    select: { id: true, kind: true },
  });
  if (endpoints.length === 0) return;
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  const cycle = await tx.cycle.findUniqueOrThrow({ where: { companyId_id: { companyId, id: cycleId } } });
  const facts = {
    event,
    occurredAt: now,
    site: env.TANDEM_URL,
    company,
    cycle: { ...cycle, phase: cycle.phase as Phase },
  };
  const queued = await tx.webhookDelivery.createManyAndReturn({
    data: endpoints.map(({ id, kind }) => ({
      companyId,
      id: randomUUID(),
      endpointId: id,
      event,
      occurrence: which ? `${cycleId}/${which}` : cycleId,
      body: webhookBody(kind as WebhookKind, facts),
      createdAt: now,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  await enqueueWebhookAttempts(
    tx,
    queued.map(({ id }) => ({ companyId, deliveryId: id, attempt: 0 })),
  );
}
