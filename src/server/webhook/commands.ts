import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { notFound, Refusal } from "@/domain/errors";
import {
  type createWebhookInput,
  mostTestsPerHour,
  mostWebhooks,
  oldSecretHours,
  shownAddress,
  type updateWebhookInput,
  type WebhookKind,
  wrongHost,
} from "@/domain/webhook";
import { testBody } from "@/domain/webhook-message";
import { env } from "@/env.js";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { keyOf } from "@/server/cycle/locked";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { enqueueWebhookAttempts } from "@/server/jobs/enqueue";
import { hostOf, readDestination } from "@/server/outgoing/destination";
import { OutgoingProblem } from "@/server/outgoing/problem";
import { resolvePublic } from "@/server/outgoing/resolve";
import { installationRules } from "@/server/outgoing/rules";
import { attemptsOf } from "./deliver";
import { newSigningSecret, openWebhook, sealWebhook } from "./secrets";

/** Checks an address as sending will, so that the admin is told now, at its field, and not by a failed delivery. */
async function checkAddress(kind: WebhookKind, text: string): Promise<URL> {
  const rules = installationRules();
  try {
    const url = readDestination(text, rules);
    const wrong = rules.allowLoopback ? null : wrongHost(kind, url);
    if (wrong) throw new Refusal("invalid", wrong, "address");
    await resolvePublic(hostOf(url), rules);
    return url;
  } catch (error) {
    if (error instanceof OutgoingProblem) throw new Refusal("invalid", error.message, "address");
    throw error;
  }
}

async function lockedWebhook(tx: CompanyTransaction, tenant: Tenant, webhookId: string) {
  await tx.$queryRaw`select 1 from webhook_endpoint where company_id = ${tenant.companyId}::uuid and id = ${webhookId}::uuid for update`;
  const endpoint = await tx.webhookEndpoint.findUnique({ where: keyOf(tenant, webhookId) });
  if (!endpoint) throw notFound();
  return endpoint;
}

/** Adds an endpoint. Answers its signing secret, here and never again; chats have none. */
export async function createWebhook(
  tenant: Tenant,
  { kind, name, address, events }: z.output<typeof createWebhookInput>,
): Promise<{ secret: string | null }> {
  const url = await checkAddress(kind, address);
  const place = { companyId: tenant.companyId, id: randomUUID() };
  const secret = kind === "webhook" ? newSigningSecret() : null;
  await withCompany(tenant, async (tx) => {
    await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtext(${`webhooks ${tenant.companyId}`}))`;
    if ((await tx.webhookEndpoint.count({ where: { companyId: tenant.companyId } })) >= mostWebhooks)
      throw new Refusal("too-many", `There are ${mostWebhooks} already. Remove one first.`);
    await tx.webhookEndpoint.create({
      data: {
        ...place,
        kind,
        name,
        events,
        sealedAddress: sealWebhook(place, "address", address),
        shownAddress: shownAddress(kind, url),
        sealedSecret: secret ? sealWebhook(place, "secret", secret) : null,
        createdAt: tenant.now,
      },
    });
    await recordAudit(tx, tenant, "webhook.create", `${name}, ${shownAddress(kind, url)}`);
  });
  return { secret };
}

/** Changes name, events and, if one is given, the address; a new address is on again. */
export async function updateWebhook(
  tenant: Tenant,
  { webhookId, name, address, events }: z.output<typeof updateWebhookInput>,
): Promise<void> {
  const found = await withCompany(tenant, (tx) => tx.webhookEndpoint.findUnique({ where: keyOf(tenant, webhookId) }));
  if (!found) throw notFound();
  const kind = found.kind as WebhookKind;
  const url = address ? await checkAddress(kind, address) : null;
  await withCompany(tenant, async (tx) => {
    const endpoint = await lockedWebhook(tx, tenant, webhookId);
    const moved = url
      ? {
          sealedAddress: sealWebhook(endpoint, "address", address),
          shownAddress: shownAddress(kind, url),
          disabledReason: null,
          failingSince: null,
        }
      : null;
    await tx.webhookEndpoint.update({ where: keyOf(tenant, webhookId), data: { name, events, ...moved } });
    const subject = `${name}${moved ? `, ${moved.shownAddress}` : ""}: ${events.join(", ")}`;
    await recordAudit(tx, tenant, "webhook.update", subject);
  });
}

/** Removes an endpoint with its log; what waits for it is not sent. */
export async function removeWebhook(tenant: Tenant, webhookId: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const { name } = await lockedWebhook(tx, tenant, webhookId);
    await tx.webhookEndpoint.delete({ where: keyOf(tenant, webhookId) });
    await recordAudit(tx, tenant, "webhook.remove", name);
  });
}

/** Makes a new signing secret and answers it once; the one before signs beside it for a day. */
export async function rotateWebhookSecret(tenant: Tenant, webhookId: string): Promise<{ secret: string; until: Date }> {
  const secret = newSigningSecret();
  const until = new Date(tenant.now.getTime() + oldSecretHours * 3_600_000);
  await withCompany(tenant, async (tx) => {
    const endpoint = await lockedWebhook(tx, tenant, webhookId);
    if (!endpoint.sealedSecret) throw new Refusal("conflict", "A chat’s address has no signing secret.");
    const previous = openWebhook(endpoint, "secret", endpoint.sealedSecret);
    await tx.webhookEndpoint.update({
      where: keyOf(tenant, webhookId),
      data: {
        sealedSecret: sealWebhook(endpoint, "secret", secret),
        sealedPreviousSecret: sealWebhook(endpoint, "secret", previous),
        previousSecretUntil: until,
      },
    });
    await recordAudit(tx, tenant, "webhook.rotateSecret", endpoint.name);
  });
  return { secret, until };
}

/** Queues a test for one endpoint. */
export async function sendWebhookTest(tenant: Tenant, webhookId: string): Promise<void> {
  const { companyId, now } = tenant;
  await withCompany(tenant, async (tx) => {
    const endpoint = await lockedWebhook(tx, tenant, webhookId);
    if (endpoint.disabledReason) throw new Refusal("conflict", "This one is switched off. Switch it on first.");
    const createdAt = { gt: new Date(now.getTime() - 3_600_000) };
    const tests = await tx.webhookDelivery.count({
      where: { companyId, endpointId: webhookId, event: "test", createdAt },
    });
    if (tests >= mostTestsPerHour)
      throw new Refusal("too-many", `${mostTestsPerHour} tests within an hour are enough. Try again later.`);
    const company = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
    const id = randomUUID();
    const body = testBody(endpoint.kind as WebhookKind, env.TANDEM_URL, company, now);
    await tx.webhookDelivery.create({
      data: { companyId, id, endpointId: webhookId, event: "test", occurrence: id, body, createdAt: now },
    });
    await enqueueWebhookAttempts(tx, [{ companyId, deliveryId: id, attempt: 0 }]);
    await recordAudit(tx, tenant, "webhook.test", endpoint.name);
  });
}

/** Queues a delivery again that has come to its end; it keeps its webhook-id, so that a receiver knows it. */
export async function redeliverWebhook(tenant: Tenant, deliveryId: string): Promise<void> {
  const { companyId } = tenant;
  await withCompany(tenant, async (tx) => {
    await tx.$queryRaw`select 1 from webhook_delivery where company_id = ${companyId}::uuid and id = ${deliveryId}::uuid for update`;
    const where = keyOf(tenant, deliveryId);
    const delivery = await tx.webhookDelivery.findUnique({ where, include: { endpoint: true } });
    if (!delivery) throw notFound();
    const { endpoint } = delivery;
    if (delivery.state === "waiting") throw new Refusal("conflict", "This one waits for its next attempt already.");
    if (endpoint.disabledReason)
      throw new Refusal("conflict", `“${endpoint.name}” is switched off. Switch it on first.`);
    await tx.webhookDelivery.update({ where, data: { state: "waiting", failures: 0 } });
    await enqueueWebhookAttempts(tx, [{ companyId, deliveryId, attempt: attemptsOf(delivery.attempts).length }]);
    await recordAudit(tx, tenant, "webhook.redeliver", `${endpoint.name}: ${delivery.event}`);
  });
}

/** Sends to an endpoint again that was switched off; what it missed can be asked for one by one. */
export async function switchOnWebhook(tenant: Tenant, webhookId: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const { name } = await lockedWebhook(tx, tenant, webhookId);
    await tx.webhookEndpoint.update({
      where: keyOf(tenant, webhookId),
      data: { disabledReason: null, failingSince: null },
    });
    await recordAudit(tx, tenant, "webhook.switchOn", name);
  });
}
