import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

/** What the company says a trend must be read with, newest quarter first. */
export const listEvents = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const events = await tx.companyEvent.findMany({
      where: { companyId: tenant.companyId },
      orderBy: [{ quarter: "desc" }, { label: "asc" }],
    });
    return events.map(({ id, quarter, label }) => ({ id, quarter, label }));
  });
