import { formerMemberName } from "@/domain/erasure";
import type { FrozenReport } from "@/domain/report";
import type { CompanyTransaction } from "@/server/db/with-company";

const isLed = (content: unknown): content is { leaderId: string; leaderName: string } =>
  typeof content === "object" && content !== null && "leaderId" in content && "leaderName" in content;

const withoutErased = (content: unknown, gone: ReadonlySet<string>): unknown =>
  isLed(content) && gone.has(content.leaderId) ? { ...content, leaderName: formerMemberName } : content;

export type ReportPart = keyof FrozenReport;

/** Some parts of the frozen reports of some cycles, by cycle id; a cycle that was not counted is missing. */
export async function findReportParts<Part extends ReportPart>(
  tx: CompanyTransaction,
  companyId: string,
  cycleIds: readonly string[],
  parts: readonly Part[],
): Promise<Map<string, Pick<FrozenReport, Part>>> {
  const rows = await tx.reportPart.findMany({
    where: { companyId, cycleId: { in: [...cycleIds] }, part: { in: [...parts] } },
  });
  // A report is written once. A leader who was erased since stands in it with their id, and is shown without a name.
  const erased = rows.some(({ content }) => isLed(content))
    ? await tx.member.findMany({ where: { companyId, erasedAt: { not: null } }, select: { id: true } })
    : [];
  const gone = new Set(erased.map(({ id }) => id));
  const found = new Map<string, Record<string, unknown>>();
  for (const { cycleId, part, content } of rows) {
    found.set(cycleId, { ...found.get(cycleId), [part]: withoutErased(content, gone) });
  }
  // The tally writes all four parts in one transaction, so a cycle has all of them or none.
  return found as unknown as Map<string, Pick<FrozenReport, Part>>;
}

/** The whole frozen reports of some cycles, by cycle id; a cycle that was not counted is missing. */
export const findFrozenReports = (
  tx: CompanyTransaction,
  companyId: string,
  cycleIds: readonly string[],
): Promise<Map<string, FrozenReport>> => findReportParts(tx, companyId, cycleIds, ["response", "cto", "vpe", "pair"]);
