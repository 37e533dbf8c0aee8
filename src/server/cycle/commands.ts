import type { z } from "zod";
import {
  checkClose,
  checkClosingDate,
  checkWindows,
  type createCycleInput,
  type updateCycleInput,
} from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { checkUnchanged } from "@/domain/overwrite";
import { quarterLabel } from "@/domain/quarter";
import type { SliceName } from "@/domain/roster";
import { checkPlannedRelease } from "@/domain/schedule";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { lockCycle } from "@/server/db/cycle-lock";
import { withCompany } from "@/server/db/with-company";
import { enqueueCycleJob } from "@/server/jobs/enqueue";
import { noticeClaims } from "@/server/notice/commands";
import { announce } from "@/server/webhook/announce";
import { checkedSlices } from "./chosen-slices";
import { keyOf, lockedCycle } from "./locked";

/** Drafts a cycle for a quarter. */
export async function createCycle(tenant: Tenant, input: z.output<typeof createCycleInput>): Promise<void> {
  const { quarter, closesAt, castsFrom } = input;
  checkClosingDate(closesAt, tenant.now);
  checkWindows(castsFrom, closesAt, tenant.now);
  await withCompany(tenant, async (tx) => {
    // Two at once are decided by the key: the second waits for the first, and is refused if that one is kept.
    const data = { companyId: tenant.companyId, quarter, closesAt, castsFrom };
    const { count } = await tx.cycle.createMany({ data, skipDuplicates: true });
    if (count === 0) {
      throw new Refusal("conflict", `There is a cycle for ${quarterLabel(quarter)} already.`, "quarter");
    }
    await recordAudit(tx, tenant, "cycle.create", quarterLabel(quarter));
  });
}

/** Changes a draft's closing date, and whether it has one sitting or two windows. */
export async function updateCycle(tenant: Tenant, input: z.output<typeof updateCycleInput>): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, input.quarter);
    if (cycle.phase !== "draft") throw new Refusal("conflict", "Dates are fixed once a cycle is open.");
    checkUnchanged(cycle, input.seen);
    const { closesAt = cycle.closesAt, castsFrom = cycle.castsFrom } = input;
    // Windows are as long as the law wants from the opening on, which may be planned for later.
    const opens = cycle.plannedOpensAt && cycle.plannedOpensAt > tenant.now ? cycle.plannedOpensAt : tenant.now;
    checkClosingDate(closesAt, opens);
    checkWindows(castsFrom, closesAt, opens);
    if (cycle.plannedReleaseAt) checkPlannedRelease(cycle.plannedReleaseAt, closesAt, tenant.now);
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { closesAt, castsFrom } });
    const windows = castsFrom ? `two windows, sealing from ${castsFrom.toISOString().slice(0, 10)}` : "one sitting";
    await recordAudit(tx, tenant, "cycle.update", `${quarterLabel(input.quarter)}, ${windows}`);
  });
}

/** Chooses the slice dimensions of a draft; from opening on they are fixed. */
export async function setSlices(
  tenant: Tenant,
  input: { quarter: string; sliceNames: readonly SliceName[]; seen?: { sliceNames: readonly SliceName[] } | undefined },
): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, input.quarter);
    if (cycle.phase !== "draft") throw new Refusal("conflict", "Splits are fixed once a cycle is open.");
    checkUnchanged(cycle, input.seen);
    const chosen = await checkedSlices(tx, tenant.companyId, input.sliceNames);
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { sliceNames: chosen } });
    await recordAudit(tx, tenant, "cycle.setSlices", `${quarterLabel(input.quarter)}: ${chosen.join(", ") || "none"}`);
  });
}

/** Removes a draft. */
export async function removeCycle(tenant: Tenant, quarter: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    if (cycle.phase !== "draft") throw new Refusal("conflict", "Only a draft can be removed.");
    await tx.cycle.delete({ where: keyOf(tenant, cycle.id) });
    await recordAudit(tx, tenant, "cycle.remove", quarterLabel(quarter));
  });
}

/** Closes for good and queues the tally. Waits for casts in flight; of two closes at once one is refused. */
export async function closeCycle(tenant: Tenant, quarter: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    checkClose(cycle);
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    await lockCycle(tx, place);
    await noticeClaims(tx, place);
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { phase: "closed", closedAt: tenant.now } });
    await enqueueCycleJob(tx, "tally", place);
    await announce(tx, place, { event: "cycle.closed", now: tenant.now });
    await recordAudit(tx, tenant, "cycle.close", quarterLabel(quarter));
  });
}
