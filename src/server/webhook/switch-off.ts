import { recordAudit } from "@/server/audit/commands";
import { scheduleName } from "@/server/company/tenant";
import type { CompanyTransaction } from "@/server/db/with-company";
import { enqueueMails } from "@/server/jobs/enqueue";
import { webhookOffMail } from "@/server/mail/webhook-off";

/** Sends nothing more to an endpoint, and tells the admins by mail why; what waited for it has failed. */
export async function switchOffWebhook(
  tx: CompanyTransaction,
  endpoint: { companyId: string; id: string; name: string },
  reason: string,
  now: Date,
): Promise<void> {
  const { companyId, id, name } = endpoint;
  await tx.webhookEndpoint.update({ where: { companyId_id: { companyId, id } }, data: { disabledReason: reason } });
  await tx.webhookDelivery.updateMany({
    where: { companyId, endpointId: id, state: "waiting" },
    data: { state: "failed", nextAttemptAt: null },
  });
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  const admins = await tx.member.findMany({ where: { companyId, admin: true }, select: { email: true } });
  await enqueueMails(
    tx,
    admins.map(({ email }) => webhookOffMail(email, { company: company.name, slug: company.slug, name, reason })),
  );
  await recordAudit(tx, { companyId, email: scheduleName, now }, "webhook.switchOff", `${name}: ${reason}`);
}
