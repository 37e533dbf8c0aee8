import { formerMemberName } from "@/domain/erasure";
import type { FrozenReport } from "@/domain/report";
import type { CompanyTransaction } from "@/server/db/with-company";

export type ReportPart = keyof FrozenReport;

type Row = { cycleId: string; part: ReportPart; content: object; leaderErased: boolean | null };

/** Some parts of the frozen reports of some cycles, by cycle id; a cycle that was not counted is missing. */
export async function findReportParts<Part extends ReportPart>(
  tx: CompanyTransaction,
  companyId: string,
  cycleIds: readonly string[],
  parts: readonly Part[],
): Promise<Map<string, Pick<FrozenReport, Part>>> {
  // A report is written once. A leader who was erased since stands in it with their id, and is shown without a name.
  const rows = await tx.$queryRaw<Row[]>`
    select report.cycle_id as "cycleId", report.part, report.content,
      (select leader.erased_at is not null from member as leader
       where leader.company_id = report.company_id and leader.id = (report.content ->> 'leaderId')::uuid) as "leaderErased"
    from report_part as report
    where report.company_id = ${companyId}::uuid
      and report.cycle_id = any(${[...cycleIds]}::uuid[]) and report.part = any(${[...parts]})`;
  const found = new Map<string, Record<string, unknown>>();
  for (const { cycleId, part, content, leaderErased } of rows) {
    const shown = leaderErased ? { ...content, leaderName: formerMemberName } : content;
    found.set(cycleId, { ...found.get(cycleId), [part]: shown });
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
