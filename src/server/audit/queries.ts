import type { z } from "zod";
import { type AuditLine, checkChain } from "@/domain/audit-chain";
import type { listAuditInput } from "@/domain/audit-filter";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

const pageSize = 50;

/** What admins did, newest first, 50 a page, of one actor and one action if asked; and which actors and actions there are. */
export const listAudit = (tenant: Tenant, { page, actor, action }: z.output<typeof listAuditInput>) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const where = { companyId, ...(actor ? { actor } : {}), ...(action ? { action } : {}) };
    const total = await tx.auditEntry.count({ where });
    const entries = await tx.auditEntry.findMany({
      where,
      orderBy: { sequence: "desc" },
      skip: page * pageSize,
      take: pageSize,
    });
    const actors = await tx.auditEntry.groupBy({ by: ["actor"], where: { companyId }, orderBy: { actor: "asc" } });
    const actions = await tx.auditEntry.groupBy({ by: ["action"], where: { companyId }, orderBy: { action: "asc" } });
    return {
      total,
      pageSize,
      actors: actors.map((row) => row.actor),
      actions: actions.map((row) => row.action),
      entries: entries.map((entry) => ({
        sequence: entry.sequence,
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        subject: entry.subject,
      })),
    };
  });

/** The whole log, oldest first, with everything needed to check its chain, and whether it holds. */
export async function exportAudit(tenant: Tenant) {
  const rows = await withCompany(tenant, (tx) =>
    tx.auditEntry.findMany({ where: { companyId: tenant.companyId }, orderBy: { sequence: "asc" } }),
  );
  const lines = rows.map(
    ({ companyId: _company, id: _id, at, ...line }): AuditLine => ({ ...line, at: at.toISOString() }),
  );
  return {
    company: { id: tenant.companyId, slug: tenant.slug, name: tenant.name },
    lines,
    chain: await checkChain(tenant.companyId, lines),
  };
}
