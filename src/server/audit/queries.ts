import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

const pageSize = 50;

/** What admins did, newest first, 50 a page. */
export const listAudit = (tenant: Tenant, page: number) =>
  withCompany(tenant, async (tx) => {
    const where = { companyId: tenant.companyId };
    const [total, entries] = await Promise.all([
      tx.auditEntry.count({ where }),
      tx.auditEntry.findMany({
        where,
        orderBy: [{ at: "desc" }, { id: "asc" }],
        skip: page * pageSize,
        take: pageSize,
      }),
    ]);
    return {
      total,
      pageSize,
      entries: entries.map(({ at, actor, action, subject }) => ({ at, actor, action, subject })),
    };
  });
