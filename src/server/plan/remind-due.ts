import { quarterLabel } from "@/domain/quarter";
import { plannedReminder } from "@/domain/reminder";
import { windowAt, windowsOf } from "@/domain/windows";
import { recordAudit } from "@/server/audit/commands";
import { scheduleName } from "@/server/company/tenant";
import { roundsBegun, sentOf } from "@/server/cycle/reminders";
import { withCompany } from "@/server/db/with-company";
import { enqueueDeliveries, type ReminderRoundJob } from "@/server/jobs/enqueue";
import { announce } from "@/server/webhook/announce";

/**
 * Job: one planned round in one time zone. Queues a mail for everybody there alike, so that neither database nor queue says
 * who has claimed; who has is skipped at sending. The round is marked in the same transaction, so it happens once.
 */
export async function remindDueZone(job: ReminderRoundJob, now: Date): Promise<void> {
  const { companyId, cycleId, round, planned, zone } = job;
  const place = { companyId, cycleId };
  await withCompany(place, async (tx) => {
    const key = { companyId_id: { companyId, id: cycleId } };
    await tx.$queryRaw`select 1 from cycle where company_id = ${companyId}::uuid and id = ${cycleId}::uuid for update`;
    const cycle = await tx.cycle.findUnique({ where: key });
    const mark = `${round} ${zone}`;
    if (cycle?.phase !== "open" || !cycle.plannedReminders || cycle.reminderRounds.includes(mark)) return;
    const moment = new Date(job.at);
    if (moment > now) throw new Error("the moment of this reminder has not come");
    // After a long standstill a reminder could come at night or beside the next one: better none.
    const late = now.getTime() - moment.getTime() > 3_600_000 * 8;
    const over = windowAt(windowsOf(cycle.castsFrom), now) === "casts" || now >= cycle.closesAt;
    if (late || over) return;
    const kind = plannedReminder({ round, planned }, sentOf(cycle), moment);
    const first = round > roundsBegun(cycle.reminderRounds);
    if (kind !== "skip") {
      const entries = await tx.rosterEntry.findMany({
        where: { ...place, timeZone: zone },
        select: { id: true },
      });
      await enqueueDeliveries(
        tx,
        "reminder-mail",
        entries.map(({ id }) => ({ ...place, deliveryId: id, toAll: kind === "all", reminder: `planned ${round}` })),
      );
    }
    await tx.cycle.update({
      where: key,
      data: {
        reminderRounds: { push: mark },
        ...(kind === "skip" ? {} : { lastRemindedAt: moment, ...(first ? { remindersSent: { increment: 1 } } : {}) }),
      },
    });
    if (first && kind !== "skip") {
      await announce(tx, place, { event: "cycle.reminded", now, which: `planned ${round}` });
      const subject = `${quarterLabel(cycle.quarter)}, round ${round}${kind === "all" ? ", to all" : ""}`;
      await recordAudit(tx, { companyId, email: scheduleName, now }, "cycle.remind", subject);
    }
  });
}
