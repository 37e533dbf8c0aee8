import type { z } from "zod";
import { checkClosingDate, checkWindows } from "@/domain/cycle";
import { momentIn } from "@/domain/day-words";
import { notFound, Refusal } from "@/domain/errors";
import { checkUnchanged } from "@/domain/overwrite";
import { quarterLabel } from "@/domain/quarter";
import { type CycleTemplate, checkPlannedOpening, checkPlannedRelease, type planCycleInput } from "@/domain/schedule";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { checkedSlices } from "@/server/cycle/chosen-slices";
import { keyOf, lockedCycle } from "@/server/cycle/locked";
import { withCompany } from "@/server/db/with-company";
import { enqueueDue } from "@/server/jobs/enqueue";
import { planNext } from "./next-draft";

/** Plans, moves or takes back the opening of a draft (with its closing), and until it happened the release of a cycle. */
export async function planCycle(tenant: Tenant, input: z.output<typeof planCycleInput>): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, input.quarter);
    const draft = cycle.phase === "draft";
    if (cycle.phase === "released") throw new Refusal("conflict", "This cycle is released already.");
    if (cycle.expiredAt) throw new Refusal("conflict", "The results of this cycle were deleted by age.");
    if (!draft && (input.opensAt !== undefined || input.closesAt !== undefined)) {
      throw new Refusal("conflict", "Dates are fixed once a cycle is open.");
    }
    const stored = { opensAt: cycle.plannedOpensAt, closesAt: cycle.closesAt, releaseAt: cycle.plannedReleaseAt };
    checkUnchanged(stored, input.seen);
    const { closesAt = cycle.closesAt, opensAt = cycle.plannedOpensAt, releaseAt = cycle.plannedReleaseAt } = input;
    if (draft && opensAt) checkPlannedOpening(opensAt, { closesAt, castsFrom: cycle.castsFrom }, tenant.now);
    if (draft && !opensAt && input.closesAt) {
      checkClosingDate(closesAt, tenant.now);
      checkWindows(cycle.castsFrom, closesAt, tenant.now);
    }
    if (releaseAt && input.releaseAt !== null) checkPlannedRelease(releaseAt, cycle.closedAt ?? closesAt, tenant.now);
    await tx.cycle.update({
      where: keyOf(tenant, cycle.id),
      data: {
        plannedReleaseAt: releaseAt,
        ...(draft ? { closesAt, plannedOpensAt: opensAt, openingProblem: null } : {}),
      },
    });
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    if (draft && opensAt) await enqueueDue(tx, "open-due", place, opensAt);
    if (releaseAt) await enqueueDue(tx, "release-due", place, releaseAt);
    const zone = await getTimeZone(tx, tenant.companyId);
    const words = (what: string, moment: Date | null) => `${what} ${moment ? momentIn(moment, zone) : "by an admin"}`;
    await recordAudit(
      tx,
      tenant,
      "plan.setCycle",
      `${quarterLabel(input.quarter)}: ${draft ? `${words("opens", opensAt)}, ` : ""}${words("released", releaseAt)}`,
    );
  });
}

/** Switches the reminders that go out by themselves on or off for one cycle, until it is closed. */
export async function setPlannedReminders(tenant: Tenant, { quarter, on }: { quarter: string; on: boolean }) {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    if (cycle.phase !== "draft" && cycle.phase !== "open") throw new Refusal("conflict", "This cycle is closed.");
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { plannedReminders: on } });
    await recordAudit(tx, tenant, "plan.setReminders", `${quarterLabel(quarter)}: ${on ? "on" : "off"}`);
  });
}

/** Saves the template, and makes the next quarter's draft from it; drafts that exist keep their dates. */
export async function saveTemplate(tenant: Tenant, template: CycleTemplate): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const names = await checkedSlices(tx, companyId, template.sliceNames);
    const content = { ...template, sliceNames: names };
    await tx.cycleTemplate.upsert({
      where: { companyId },
      create: { companyId, content },
      update: { content, paused: false },
    });
    await recordAudit(tx, tenant, "plan.saveTemplate", `splits: ${names.join(", ") || "none"}`);
    await planNext(tx, companyId, tenant.now);
  });
}

/** Pauses the template, or lets it go on: paused, it makes no further draft; drafts that exist stay planned. */
export async function pauseTemplate(tenant: Tenant, { paused }: { paused: boolean }): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const { count } = await tx.cycleTemplate.updateMany({ where: { companyId }, data: { paused } });
    if (count === 0) throw notFound();
    await recordAudit(tx, tenant, paused ? "plan.pauseTemplate" : "plan.resumeTemplate");
    await planNext(tx, companyId, tenant.now);
  });
}
