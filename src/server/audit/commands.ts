import type { Tenant } from "@/server/company/tenant";
import type { CompanyTransaction } from "@/server/db/with-company";

/** Writes down what an admin did, in the same transaction as the deed. Never call it for anything an engineer does. */
export async function recordAudit(
  tx: CompanyTransaction,
  tenant: Tenant,
  action: string,
  subject?: string,
): Promise<void> {
  await tx.auditEntry.create({
    data: { companyId: tenant.companyId, at: tenant.now, actor: tenant.email, action, subject: subject ?? null },
  });
}
