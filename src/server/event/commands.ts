import { type CompanyEvent, maxEventsPerQuarter } from "@/domain/company-event";
import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

/** Adds an event to a quarter; the trends of every board page that shows the quarter carry it from now on. */
export async function addEvent(tenant: Tenant, { quarter, label }: CompanyEvent): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    // Two at once are counted one after the other.
    await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtext(${`event ${companyId} ${quarter}`}))`;
    if ((await tx.companyEvent.count({ where: { companyId, quarter } })) >= maxEventsPerQuarter) {
      throw new Refusal(
        "too-many",
        `${quarterLabel(quarter)} has two events already. The page has no room for more.`,
        "quarter",
      );
    }
    await tx.companyEvent.create({ data: { companyId, quarter, label } });
    await recordAudit(tx, tenant, "event.add", `${quarterLabel(quarter)}: ${label}`);
  });
}

/** Removes an event. */
export async function removeEvent(tenant: Tenant, eventId: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const where = { companyId_id: { companyId: tenant.companyId, id: eventId } };
    const event = await tx.companyEvent.findUnique({ where });
    if (!event) throw notFound();
    await tx.companyEvent.delete({ where });
    await recordAudit(tx, tenant, "event.remove", `${quarterLabel(event.quarter)}: ${event.label}`);
  });
}
