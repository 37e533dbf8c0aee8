import type { z } from "zod";
import {
  daysBefore,
  demoMailDays,
  dueByAge,
  retentionBounds,
  retentionTable,
  rosterImportDays,
  type setRetentionInput,
} from "@/domain/retention";
import { deliveryLogDays } from "@/domain/webhook";
import { tendApiKeys } from "@/server/api-key/commands";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { withTally } from "@/server/db/with-tally";
import { forgetDirectory } from "@/server/directory/forget";

/** How long results are kept, and the whole table of what goes when. */
export const getRetention = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { retentionCycles } = await tx.company.findUniqueOrThrow({
      where: { id: tenant.companyId },
      select: { retentionCycles: true },
    });
    return { cycles: retentionCycles, bounds: retentionBounds, table: retentionTable(retentionCycles) };
  });

/** Sets for how many cycles results are kept; it works from the next night on. */
export async function setRetention(tenant: Tenant, { cycles }: z.output<typeof setRetentionInput>): Promise<void> {
  await withCompany(tenant, async (tx) => {
    await tx.company.update({ where: { id: tenant.companyId }, data: { retentionCycles: cycles } });
    await recordAudit(tx, tenant, "retention.set", `${cycles} cycles`);
  });
}

/** Deletes what is over age in one company. Repeating it is harmless; a night that was missed is made up by the next. */
export async function applyRetention(companyId: string, keepCycles: number, now: Date): Promise<void> {
  const due = await withCompany({ companyId }, async (tx) => {
    const closed = await tx.cycle.findMany({
      where: { companyId, phase: { in: ["closed", "released"] } },
      orderBy: { quarter: "desc" },
      select: { id: true, closedAt: true, destroyedAt: true, expiredAt: true },
    });
    return dueByAge(
      closed.flatMap(({ closedAt, ...cycle }) => (closedAt ? [{ ...cycle, closedAt }] : [])),
      keepCycles,
      now,
    );
  });
  for (const cycleId of due.results) {
    await withTally(
      companyId,
      (tx) =>
        tx.$queryRaw`select expire_cycle(${companyId}::uuid, ${cycleId}::uuid, ${now}::timestamptz at time zone 'UTC')`,
    );
  }
  await withCompany({ companyId }, async (tx) => {
    await tx.cycle.deleteMany({ where: { companyId, id: { in: due.records }, expiredAt: { not: null } } });
    await tx.delivery.deleteMany({ where: { companyId, cycleId: { in: due.deliveries } } });
    await tx.signOnAttempt.deleteMany({ where: { companyId, expires: { lt: now } } });
    await tx.apiRequest.deleteMany({ where: { companyId, createdAt: { lt: daysBefore(now, 1) } } });
    await tx.rosterImport.deleteMany({ where: { companyId, createdAt: { lt: daysBefore(now, rosterImportDays) } } });
    await forgetDirectory(tx, companyId, now);
    await tx.webhookDelivery.deleteMany({ where: { companyId, createdAt: { lt: daysBefore(now, deliveryLogDays) } } });
    await tx.member.deleteMany({
      where: {
        companyId,
        directoryPerson: null,
        admin: false,
        board: false,
        group: null,
        seatTenures: { none: {} },
        rosterEntries: { none: {} },
        ratings: { none: {} },
        commitments: { none: {} },
        statements: { none: {} },
      },
    });
  });
}

/** Job, every night: all companies one by one, then what belongs to none. A company that fails does not keep the others waiting. */
export async function runRetention(now: Date): Promise<void> {
  const companies = await withDirectory(async (tx) => {
    await tx.verificationToken.deleteMany({ where: { expires: { lt: now } } });
    await tx.session.deleteMany({ where: { expires: { lt: now } } });
    await tx.signInRequest.deleteMany({ where: { expires: { lt: now } } });
    await tx.outboxMail.deleteMany({ where: { at: { lt: daysBefore(now, demoMailDays) } } });
    return tx.company.findMany({ select: { id: true, slug: true, name: true, retentionCycles: true } });
  });
  const failures: unknown[] = [];
  for (const { id: companyId, retentionCycles, ...company } of companies) {
    await applyRetention(companyId, retentionCycles, now)
      .then(() => withCompany({ companyId }, (tx) => tendApiKeys(tx, { companyId, ...company }, now)))
      .catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
