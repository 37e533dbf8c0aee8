import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { toHex } from "@/domain/bytes";
import { checkNotLeaving } from "@/domain/company-deletion";
import {
  checkClose,
  checkClosingDate,
  checkDistance,
  checkOpen,
  checkReminder,
  checkWindows,
  type createCycleInput,
  isLastReminder,
  type updateCycleInput,
} from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { checkOpening } from "@/domain/opening";
import { quarterLabel } from "@/domain/quarter";
import { type SliceName, sliceNames } from "@/domain/roster";
import { sliceLabel } from "@/domain/slice-plan";
import { recordAudit } from "@/server/audit/commands";
import { findAskedNext } from "@/server/commitment/announced";
import { findSeatHolders, getCompanySettings } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { lockCycle } from "@/server/db/cycle-lock";
import { withCompany } from "@/server/db/with-company";
import { enqueueCycleJob, enqueueDeliveries } from "@/server/jobs/enqueue";
import { nextNotice, noticeClaims } from "@/server/notice/commands";
import { keyOf, lockedCycle } from "./locked";
import { prepareOpening } from "./opening";
import { openingFacts, sliceChoices } from "./queries";

/** Drafts a cycle for a quarter. */
export async function createCycle(tenant: Tenant, input: z.output<typeof createCycleInput>): Promise<void> {
  const { quarter, closesAt, castsFrom } = input;
  checkClosingDate(closesAt, tenant.now);
  checkWindows(castsFrom, closesAt, tenant.now);
  await withCompany(tenant, async (tx) => {
    const where = { companyId_quarter: { companyId: tenant.companyId, quarter } };
    if (await tx.cycle.findUnique({ where })) {
      throw new Refusal("conflict", `There is a cycle for ${quarterLabel(quarter)} already.`, "quarter");
    }
    await tx.cycle.create({ data: { companyId: tenant.companyId, quarter, closesAt, castsFrom } });
    await recordAudit(tx, tenant, "cycle.create", quarterLabel(quarter));
  });
}

/** Changes a draft's closing date, and whether it has one sitting or two windows. */
export async function updateCycle(tenant: Tenant, input: z.output<typeof updateCycleInput>): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, input.quarter);
    if (cycle.phase !== "draft") throw new Refusal("conflict", "Dates are fixed once a cycle is open.");
    const { closesAt = cycle.closesAt, castsFrom = cycle.castsFrom } = input;
    checkClosingDate(closesAt, tenant.now);
    checkWindows(castsFrom, closesAt, tenant.now);
    await tx.cycle.update({ where: keyOf(tenant, cycle.id), data: { closesAt, castsFrom } });
    const windows = castsFrom ? `two windows, sealing from ${castsFrom.toISOString().slice(0, 10)}` : "one sitting";
    await recordAudit(tx, tenant, "cycle.update", `${quarterLabel(input.quarter)}, ${windows}`);
  });
}

/** Chooses the slice dimensions of a draft; from opening on they are fixed. */
export async function setSlices(
  tenant: Tenant,
  input: { quarter: string; sliceNames: readonly SliceName[] },
): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, input.quarter);
    if (cycle.phase !== "draft") throw new Refusal("conflict", "Splits are fixed once a cycle is open.");
    const people = await tx.member.findMany({
      where: { companyId: tenant.companyId, group: "engineer" },
      select: { group: true, slices: true },
    });
    const possible = sliceChoices(people);
    const unknown = input.sliceNames.find((name) => !possible.includes(name));
    if (unknown)
      throw new Refusal("invalid", `No engineer on the roster has a ${sliceLabel[unknown].one}.`, "sliceNames");
    const chosen = sliceNames.filter((name) => input.sliceNames.includes(name));
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

/** Opens a draft: freezes roster and wording, makes the keys, writes the manifest and queues the invitations. Cannot be undone. */
export async function openCycle(tenant: Tenant, quarter: string): Promise<void> {
  const seats = await findSeatHolders(tenant);
  const { contact } = await getCompanySettings(tenant);
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    const { deletionDueAt } = await tx.company.findUniqueOrThrow({ where: { id: tenant.companyId } });
    checkNotLeaving(deletionDueAt);
    checkOpen(cycle, tenant.now);
    const { facts, people, previousOpenedAt } = await openingFacts(tx, tenant, seats, cycle.sliceNames);
    checkDistance(previousOpenedAt, tenant.now);
    const check = checkOpening(facts);
    const stop = check.findings.find((finding) => finding.level === "stop");
    if (stop) throw new Refusal("conflict", `${stop.title} ${stop.detail}`);
    const commitments = await findAskedNext(tx, tenant.companyId, seats);
    const opening = await prepareOpening({ tenant, contact, cycle, people, seats, check, commitments });
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    for (let start = 0; start < opening.roster.length; start += 2000) {
      await tx.rosterEntry.createMany({
        data: opening.roster.slice(start, start + 2000).map((entry) => ({ ...place, ...entry })),
      });
    }
    await tx.issuerKey.createMany({ data: opening.issuerKeys.map((key) => ({ ...place, ...key })) });
    await tx.cycle.update({
      where: keyOf(tenant, cycle.id),
      data: {
        phase: "open",
        opensAt: tenant.now,
        manifest: opening.manifest,
        manifestHash: toHex(opening.manifestHash),
      },
    });
    const deliveries = opening.roster.map((entry) => ({
      ...place,
      id: randomUUID(),
      email: entry.email,
      kind: "invitation",
    }));
    for (let start = 0; start < deliveries.length; start += 2000) {
      await tx.delivery.createMany({ data: deliveries.slice(start, start + 2000) });
    }
    await enqueueDeliveries(
      tx,
      "invitation-mail",
      deliveries.map(({ id }) => ({ ...place, deliveryId: id })),
    );
    await enqueueCycleJob(tx, "close-due", place, cycle.closesAt);
    if (cycle.castsFrom) await enqueueCycleJob(tx, "casts-begin", place, cycle.castsFrom);
    await enqueueCycleJob(tx, "claim-notice", place, nextNotice(tenant.now));
    const windows = cycle.castsFrom ? "two windows" : "one sitting";
    await recordAudit(
      tx,
      tenant,
      "cycle.open",
      `${quarterLabel(quarter)}, ${opening.roster.length} invited, ${windows}`,
    );
  });
}

/**
 * Queues a reminder for everybody, so the queue names nobody. A mail of the first is skipped if its reader has collected a
 * ballot by then; the last goes to all.
 */
export async function remind(tenant: Tenant, quarter: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    checkReminder(cycle, tenant.now);
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const toAll = isLastReminder(cycle.remindersSent);
    const entries = await tx.rosterEntry.findMany({ where: place, select: { id: true } });
    await enqueueDeliveries(
      tx,
      "reminder-mail",
      entries.map(({ id }) => ({ ...place, deliveryId: id, toAll })),
    );
    await tx.cycle.update({
      where: keyOf(tenant, cycle.id),
      data: { remindersSent: { increment: 1 }, lastRemindedAt: tenant.now },
    });
    await recordAudit(tx, tenant, "cycle.remind", `${quarterLabel(quarter)}${toAll ? ", to all" : ""}`);
  });
}

/** Queues the failed invitations again. */
export async function retryMail(tenant: Tenant, quarter: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const cycle = await lockedCycle(tx, tenant, quarter);
    if (cycle.phase !== "open") throw new Refusal("conflict", "Invitations go out only while a cycle is open.");
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const failed = await tx.delivery.findMany({ where: { ...place, state: "failed" }, select: { id: true } });
    await tx.delivery.updateMany({ where: { ...place, state: "failed" }, data: { state: "waiting", error: null } });
    await enqueueDeliveries(
      tx,
      "invitation-mail",
      failed.map(({ id }) => ({ ...place, deliveryId: id })),
    );
    await recordAudit(tx, tenant, "cycle.retryMail", `${quarterLabel(quarter)}, ${failed.length} mails`);
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
    await recordAudit(tx, tenant, "cycle.close", quarterLabel(quarter));
  });
}
