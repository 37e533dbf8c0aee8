import { formerMemberName } from "@/domain/erasure";
import type { FrozenReport } from "@/domain/report";
import type { CompanyTransaction } from "@/server/db/with-company";

const isLed = (content: unknown): content is { leaderId: string; leaderName: string } =>
  typeof content === "object" && content !== null && "leaderId" in content && "leaderName" in content;

const withoutErased = (content: unknown, gone: ReadonlySet<string>): unknown =>
  isLed(content) && gone.has(content.leaderId) ? { ...content, leaderName: formerMemberName } : content;

/** The frozen reports of some cycles in one question, by cycle id; a cycle that was not counted is missing. */
export async function findFrozenReports(
  tx: CompanyTransaction,
  companyId: string,
  cycleIds: readonly string[],
): Promise<Map<string, FrozenReport>> {
  const rows = await tx.reportPart.findMany({ where: { companyId, cycleId: { in: [...cycleIds] } } });
  // A report is written once. A leader who was erased since stands in it with their id, and is shown without a name.
  const erased = await tx.member.findMany({ where: { companyId, erasedAt: { not: null } }, select: { id: true } });
  const gone = new Set(erased.map(({ id }) => id));
  const parts = new Map<string, Record<string, unknown>>();
  for (const { cycleId, part, content } of rows) {
    parts.set(cycleId, { ...parts.get(cycleId), [part]: withoutErased(content, gone) });
  }
  // The tally writes all four parts in one transaction, so a cycle has all of them or none.
  return parts as unknown as Map<string, FrozenReport>;
}
