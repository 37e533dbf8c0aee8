import type { FrozenReport } from "@/domain/report";
import type { CompanyTransaction } from "@/server/db/with-company";

/** The frozen reports of some cycles in one question, by cycle id; a cycle that was not counted is missing. */
export async function findFrozenReports(
  tx: CompanyTransaction,
  companyId: string,
  cycleIds: readonly string[],
): Promise<Map<string, FrozenReport>> {
  const rows = await tx.reportPart.findMany({ where: { companyId, cycleId: { in: [...cycleIds] } } });
  const parts = new Map<string, Record<string, unknown>>();
  for (const { cycleId, part, content } of rows) parts.set(cycleId, { ...parts.get(cycleId), [part]: content });
  // The tally writes all four parts in one transaction, so a cycle has all of them or none.
  return parts as unknown as Map<string, FrozenReport>;
}
