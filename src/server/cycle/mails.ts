import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { checkManualReminder, manualReachesAll } from "@/domain/reminder";
import { recordAudit } from "@/server/audit/commands";
import { getCompanySettings } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { dropQueuedInvitations, enqueueDeliveries } from "@/server/jobs/enqueue";
import { announce } from "@/server/webhook/announce";
import { keyOf, lockedCycle } from "./locked";
import { plannedRounds, sentOf } from "./reminders";

/**
 * Queues a reminder for everybody, so the queue names nobody. A mail of the first is skipped if its reader has collected a
 * ballot by then; the last goes to all.
 */
export async function remind(tenant: Tenant, quarter: string): Promise<void> {
  const { timeZone } = await getCompanySettings(tenant);
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    const sent = sentOf(cycle);
    checkManualReminder(cycle.phase, sent, tenant.now);
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const toAll = manualReachesAll(sent, plannedRounds(cycle, timeZone));
    const reminder = `manual ${sent.manual + 1}`;
    const entries = await tx.rosterEntry.findMany({ where: place, select: { id: true } });
    await enqueueDeliveries(
      tx,
      "reminder-mail",
      entries.map(({ id }) => ({ ...place, deliveryId: id, toAll, reminder })),
    );
    await tx.cycle.update({
      where: keyOf(tenant, cycle.id),
      data: {
        remindersSent: { increment: 1 },
        lastRemindedAt: tenant.now,
        manualReminders: { increment: 1 },
        lastManualReminderAt: tenant.now,
      },
    });
    await announce(tx, place, { event: "cycle.reminded", now: tenant.now, which: reminder });
    await recordAudit(tx, tenant, "cycle.remind", `${quarterLabel(quarter)}${toAll ? ", to all" : ""}`);
  });
}

/** Queues the invitations again that failed or were refused; addresses marked as bounced stay out. */
export async function retryMail(tenant: Tenant, quarter: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    if (cycle.phase !== "open") throw new Refusal("conflict", "Invitations go out only while a cycle is open.");
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const where = { ...place, state: { in: ["failed", "refused"] } };
    const failed = await tx.delivery.findMany({ where, select: { id: true } });
    await tx.delivery.updateMany({ where, data: { state: "waiting", error: null } });
    // A failed one still waits for its own next attempt: two jobs for one mail could both send it.
    await dropQueuedInvitations(
      tx,
      failed.map(({ id }) => id),
    );
    await enqueueDeliveries(
      tx,
      "invitation-mail",
      failed.map(({ id }) => ({ ...place, deliveryId: id })),
    );
    await recordAudit(tx, tenant, "cycle.retryMail", `${quarterLabel(quarter)}, ${failed.length} mails`);
  });
}

/** Notes that mail to an address came back, or takes the note back; nothing more is sent there in this cycle. */
export async function markBounced(
  tenant: Tenant,
  { quarter, email, bounced }: { quarter: string; email: string; bounced: boolean },
): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const { count } = await tx.delivery.updateMany({
      where: { ...place, email, kind: "invitation", state: bounced ? { not: "bounced" } : "bounced" },
      data: bounced ? { state: "bounced", error: "Came back, noted by an admin." } : { state: "sent", error: null },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, tenant, bounced ? "cycle.markBounced" : "cycle.unmarkBounced", email);
  });
}
