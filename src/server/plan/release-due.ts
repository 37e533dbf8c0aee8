import { checkRelease, type Phase } from "@/domain/cycle";
import { quarterLabel } from "@/domain/quarter";
import { boardAtAfterRelease } from "@/domain/release";
import { releaseMoment } from "@/domain/schedule";
import { recordAudit } from "@/server/audit/commands";
import { scheduleName } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { type DueJob, enqueueDue } from "@/server/jobs/enqueue";
import { tellReleased } from "@/server/release/tell-released";

/**
 * Job: releases a counted cycle at its planned moment, not before the days for disputes are over. While a hold stands it does
 * nothing: lifting the hold asks for it again. Not counted or not closed yet, it fails and is tried again.
 */
export async function releaseDueCycle({ companyId, cycleId, at }: DueJob, now: Date): Promise<void> {
  const place = { companyId, cycleId };
  await withCompany(place, async (tx) => {
    const key = { companyId_id: { companyId, id: cycleId } };
    await tx.$queryRaw`select 1 from cycle where company_id = ${companyId}::uuid and id = ${cycleId}::uuid for update`;
    const cycle = await tx.cycle.findUnique({ where: key });
    if (!cycle?.plannedReleaseAt || cycle.phase === "draft" || cycle.phase === "released" || cycle.heldAt) return;
    // A plan that was moved has a job of its own; only its own moment, or what the close made of it, counts.
    const due = cycle.closedAt ? releaseMoment(cycle.plannedReleaseAt, cycle.closedAt) : cycle.plannedReleaseAt;
    if (new Date(at) < due) {
      if (cycle.plannedReleaseAt.toISOString() === at) await enqueueDue(tx, "release-due", place, due);
      return;
    }
    if (due > now) throw new Error("the planned release of this cycle has not come");
    if (cycle.phase !== "closed") throw new Error("a cycle is released after its close only");
    const tallied = (await tx.reportPart.count({ where: place })) > 0;
    checkRelease({ ...cycle, phase: cycle.phase as Phase }, tallied);
    const boardAt = boardAtAfterRelease(cycle.boardDelayHours, now);
    await tx.cycle.update({ where: key, data: { phase: "released", releasedAt: now, boardAt } });
    await tellReleased(tx, place, boardAt, now);
    await recordAudit(tx, { companyId, email: scheduleName, now }, "cycle.release", quarterLabel(cycle.quarter));
  });
}
