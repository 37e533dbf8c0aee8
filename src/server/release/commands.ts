import { checkRelease } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { checkUnchanged } from "@/domain/overwrite";
import { quarterLabel } from "@/domain/quarter";
import { boardAtAfterHold, boardAtAfterRelease, checkHold } from "@/domain/release";
import { releaseMoment } from "@/domain/schedule";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { keyOf, lockedCycle } from "@/server/cycle/locked";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { enqueueDue } from "@/server/jobs/enqueue";
import { tellReleased } from "./tell-released";

/** A cycle under lock with what the law of release decides by. */
async function lockedFacts(tx: CompanyTransaction, tenant: Tenant, quarter: string) {
  const cycle = await lockedCycle(tx, tenant, quarter);
  const parts = await tx.reportPart.count({ where: { companyId: tenant.companyId, cycleId: cycle.id } });
  return { ...cycle, tallied: parts > 0 };
}

/** Releases the reports: to the leaders now, to the board once its hours are over. */
export async function releaseCycle(tenant: Tenant, quarter: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedFacts(tx, tenant, quarter);
    checkRelease(cycle, cycle.tallied);
    const boardAt = boardAtAfterRelease(cycle.boardDelayHours, tenant.now);
    await tx.cycle.update({
      where: keyOf(tenant, cycle.id),
      data: { phase: "released", releasedAt: tenant.now, boardAt },
    });
    await tellReleased(tx, { companyId: tenant.companyId, cycleId: cycle.id }, boardAt, tenant.now);
    await recordAudit(tx, tenant, "cycle.release", quarterLabel(quarter));
  });
}

/** Keeps a report from going on to its next readers, with a reason in the audit log; the board's clock stands still. */
export async function holdCycle(tenant: Tenant, input: { quarter: string; reason: string }): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedFacts(tx, tenant, input.quarter);
    checkHold(cycle, tenant.now);
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { heldAt: tenant.now } });
    await recordAudit(tx, tenant, "cycle.hold", `${quarterLabel(input.quarter)}: ${input.reason}`);
  });
}

/** Lifts a hold; the board still waits as long as it had to wait when the hold began. */
export async function liftHold(tenant: Tenant, quarter: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedFacts(tx, tenant, quarter);
    const boardAt = boardAtAfterHold(cycle, tenant.now);
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { heldAt: null, boardAt } });
    const { plannedReleaseAt, closedAt } = cycle;
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    if (boardAt) await enqueueDue(tx, "board-due", place, boardAt);
    if (cycle.phase === "closed" && plannedReleaseAt && closedAt) {
      const due = releaseMoment(plannedReleaseAt, closedAt);
      await enqueueDue(tx, "release-due", place, new Date(Math.max(due.getTime(), tenant.now.getTime())));
    }
    await recordAudit(tx, tenant, "cycle.liftHold", quarterLabel(quarter));
  });
}

/** Sets how long the leaders read before the board, until the release. */
export async function setBoardDelay(tenant: Tenant, input: { quarter: string; hours: number }): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedFacts(tx, tenant, input.quarter);
    if (cycle.phase === "released") {
      throw new Refusal(
        "conflict",
        "The reports are released: the board’s moment is set. A hold can move it.",
        "hours",
      );
    }
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { boardDelayHours: input.hours } });
    await recordAudit(tx, tenant, "cycle.setBoardDelay", `${quarterLabel(input.quarter)}: ${input.hours} hours`);
  });
}

type BoardWords = { headline: string | null; question: string | null };

/** The admin's one sentence and one question on the board page. */
export async function setBoardWords(
  tenant: Tenant,
  input: BoardWords & { quarter: string; seen?: BoardWords | undefined },
): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, input.quarter);
    checkUnchanged({ headline: cycle.boardHeadline, question: cycle.boardQuestion }, input.seen);
    await tx.cycle.update({
      where: keyOf(tenant, cycle.id),
      data: { boardHeadline: input.headline, boardQuestion: input.question },
    });
    await recordAudit(tx, tenant, "cycle.setBoardWords", quarterLabel(input.quarter));
  });
}
