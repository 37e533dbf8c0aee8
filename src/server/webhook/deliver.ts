import { z } from "zod";
import {
  type Attempt,
  attemptSchema,
  failsTooLong,
  judgeStatus,
  nextAttemptSeconds,
  retryAfterSeconds,
  type Verdict,
  type WebhookKind,
} from "@/domain/webhook";
import type { CompanyTransaction } from "@/server/db/with-company";
import { withCompany } from "@/server/db/with-company";
import { enqueueWebhookAttempts, type WebhookJob } from "@/server/jobs/enqueue";
import { OutgoingProblem } from "@/server/outgoing/problem";
import { send } from "@/server/outgoing/send";
import { openWebhook } from "./secrets";
import { signatureHeaders } from "./signature";
import { switchOffWebhook } from "./switch-off";

const limits = { connectSeconds: 5, totalSeconds: 15, answerBytes: 0 };
/** What an attempt came to: the verdict, the answer's status if there was one, and how long the receiver asks to wait. */
type Outcome = { verdict: Verdict; status: number | null; askedFor: number | null };

const keyOf = ({ companyId, deliveryId }: WebhookJob) => ({ companyId_id: { companyId, id: deliveryId } });
export const attemptsOf = (stored: unknown): Attempt[] => z.array(attemptSchema).parse(stored);

/** The delivery if this very attempt is still to be made; null when it was made, or given up, in the meantime. */
async function findDue(tx: CompanyTransaction, job: WebhookJob) {
  const delivery = await tx.webhookDelivery.findUnique({ where: keyOf(job), include: { endpoint: true } });
  if (delivery?.state !== "waiting" || delivery.endpoint.disabledReason) return null;
  return attemptsOf(delivery.attempts).length === job.attempt ? delivery : null;
}
type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>;

function validSecrets({ endpoint }: Due, now: Date): string[] {
  const { sealedSecret, sealedPreviousSecret, previousSecretUntil } = endpoint;
  const old = previousSecretUntil && previousSecretUntil > now ? sealedPreviousSecret : null;
  return [sealedSecret, old].flatMap((sealed) => (sealed ? [openWebhook(endpoint, "secret", sealed)] : []));
}

async function attempt(delivery: Due, now: Date): Promise<Outcome> {
  const { id, body, endpoint } = delivery;
  const kind = endpoint.kind as WebhookKind;
  try {
    const answer = await send(openWebhook(endpoint, "address", endpoint.sealedAddress), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Tandem-Webhooks/1",
        ...(kind === "webhook" ? signatureHeaders(id, now, body, validSecrets(delivery, now)) : {}),
      },
      body,
      limits,
    });
    const askedFor = retryAfterSeconds(answer.headers.get("retry-after"), now);
    return { verdict: judgeStatus(kind, answer.status), status: answer.status, askedFor };
  } catch (error) {
    if (!(error instanceof OutgoingProblem)) throw error;
    return { verdict: { outcome: "retry", reason: error.message }, status: null, askedFor: null };
  }
}

async function record(tx: CompanyTransaction, job: WebhookJob, { verdict, status, askedFor }: Outcome, now: Date) {
  const { companyId, deliveryId } = job;
  await tx.$queryRaw`select 1 from webhook_delivery where company_id = ${companyId}::uuid and id = ${deliveryId}::uuid for update`;
  const delivery = await findDue(tx, job);
  if (!delivery) return;
  const { endpoint } = delivery;
  const reason = verdict.outcome === "delivered" ? null : verdict.reason;
  const made: Attempt = { at: now.toISOString(), status, reason };
  const failures = verdict.outcome === "delivered" ? 0 : delivery.failures + 1;
  const wait = verdict.outcome === "retry" ? nextAttemptSeconds(failures, askedFor) : null;
  const state = verdict.outcome === "delivered" ? "delivered" : wait === null ? "failed" : "waiting";
  const attempts = [...attemptsOf(delivery.attempts), made];
  const nextAttemptAt = wait === null ? null : new Date(now.getTime() + wait * 1000);
  await tx.webhookDelivery.update({ where: keyOf(job), data: { state, failures, attempts, nextAttemptAt } });
  const failingSince = verdict.outcome === "delivered" ? null : (endpoint.failingSince ?? now);
  await tx.webhookEndpoint.update({
    where: { companyId_id: { companyId, id: endpoint.id } },
    data: { failingSince },
  });
  if (verdict.outcome === "gone") return switchOffWebhook(tx, endpoint, verdict.reason, now);
  if (failingSince && failsTooLong(failingSince, now))
    return switchOffWebhook(tx, endpoint, `It took nothing for three days. ${reason}`, now);
  if (nextAttemptAt) {
    const next = { companyId, deliveryId, attempt: attempts.length };
    await enqueueWebhookAttempts(tx, [next], nextAttemptAt);
  }
}

/**
 * Job: one attempt to deliver one event, and the plan of the next one if it failed. Killed between sending and writing down,
 * it is made again with the same webhook-id.
 */
export async function deliverWebhook(job: WebhookJob, now: Date): Promise<void> {
  const delivery = await withCompany(job, (tx) => findDue(tx, job));
  if (!delivery) return;
  const outcome = await attempt(delivery, now);
  await withCompany(job, (tx) => record(tx, job, outcome, now));
}
