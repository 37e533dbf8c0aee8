import type { Phase } from "@/domain/cycle";
import { notFound } from "@/domain/errors";
import type { CompanyTransaction } from "@/server/db/with-company";

/** A cycle of the tenant by quarter, with its row locked until the transaction ends. */
export async function lockedCycle(tx: CompanyTransaction, tenant: { companyId: string }, quarter: string) {
  await tx.$queryRaw`select 1 from cycle where company_id = ${tenant.companyId}::uuid and quarter = ${quarter} for update`;
  const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId: tenant.companyId, quarter } } });
  if (!cycle) throw notFound();
  return { ...cycle, phase: cycle.phase as Phase };
}

export const keyOf = (tenant: { companyId: string }, id: string) => ({
  companyId_id: { companyId: tenant.companyId, id },
});
