import { recordAudit } from "@/server/audit/commands";
import { scheduleName } from "@/server/company/tenant";
import { lockCycle } from "@/server/db/cycle-lock";
import { withCompany } from "@/server/db/with-company";
import { type CycleJob, enqueueCycleJob } from "@/server/jobs/enqueue";
import { noticeClaims } from "@/server/notice/commands";
import { announce } from "@/server/webhook/announce";

/**
 * Job: closes an open cycle whose time has come. An admin may have closed it before; then nothing happens. A moment too early
 * by this machine's clock, it fails and is tried again.
 */
export async function closeDueCycle(place: CycleJob, now: Date): Promise<void> {
  await withCompany(place, async (tx) => {
    const key = { companyId_id: { companyId: place.companyId, id: place.cycleId } };
    await tx.$queryRaw`select 1 from cycle where company_id = ${place.companyId}::uuid and id = ${place.cycleId}::uuid for update`;
    const cycle = await tx.cycle.findUnique({ where: key });
    if (cycle?.phase !== "open") return;
    if (cycle.closesAt > now) throw new Error("the time of this cycle is not over");
    await lockCycle(tx, place);
    await noticeClaims(tx, place);
    await tx.cycle.update({ where: key, data: { phase: "closed", closedAt: now } });
    await enqueueCycleJob(tx, "tally", place);
    await announce(tx, place, { event: "cycle.closed", now });
    await recordAudit(tx, { companyId: place.companyId, email: scheduleName, now }, "cycle.close", cycle.quarter);
  });
}
