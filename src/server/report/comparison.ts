import { quarterAfter, quarterLabel } from "@/domain/quarter";
import { lowResponseWarning, raterMix } from "@/domain/rater-mix";
import type { FrozenReport } from "@/domain/report";
import type { Tenant } from "@/server/company/tenant";
import type { CompanyTransaction } from "@/server/db/with-company";
import { findReportParts, type ReportPart } from "./frozen";

/** What a report is compared with: the last quarter before it that was tallied, and the same quarter last year. */
async function findEarlier(tx: CompanyTransaction, companyId: string, quarter: string) {
  const yearName = quarterAfter(quarter, -4);
  const earlier = await tx.cycle.findMany({
    where: { companyId, quarter: { lt: quarter }, phase: { in: ["closed", "released"] } },
    orderBy: { quarter: "desc" },
    // At most three quarters lie between the two.
    take: 4,
    select: { id: true, quarter: true },
  });
  return { previous: earlier[0], yearName, year: earlier.find((cycle) => cycle.quarter === yearName) };
}

/** Some parts of a cycle's frozen report, the quarters it was compared with, and what to know about who answered then and now. */
export async function getCompared<Part extends ReportPart>(
  tx: CompanyTransaction,
  { companyId }: Tenant,
  cycle: { id: string; quarter: string },
  parts: readonly Part[],
): Promise<{
  frozen: Pick<FrozenReport, Part> | undefined;
  previousQuarter: string | null;
  /** The same quarter last year, where the report holds a comparison with it. */
  yearQuarter: string | null;
  mix: string[];
  lowResponse: string | null;
}> {
  const { previous, yearName, year } = await findEarlier(tx, companyId, cycle.quarter);
  const ids = [cycle.id, previous?.id, year?.id].filter((id) => id !== undefined);
  const responses = await findReportParts(tx, companyId, ids, ["response"]);
  const response = responses.get(cycle.id)?.response;
  const mixSince = (id: string | undefined, rosterChange: number | null | undefined, quarter: string): string[] => {
    const then = id === undefined ? undefined : responses.get(id);
    return response === undefined || then === undefined || rosterChange === undefined
      ? []
      : raterMix(response, { response: then.response, rosterChange, since: quarterLabel(quarter) });
  };
  return {
    frozen: response && (await findReportParts(tx, companyId, [cycle.id], parts)).get(cycle.id),
    previousQuarter: previous?.quarter ?? null,
    yearQuarter: response?.yearRosterChange === undefined ? null : yearName,
    mix: [
      ...mixSince(previous?.id, response?.rosterChange, previous?.quarter ?? ""),
      ...mixSince(year?.id, response?.yearRosterChange, yearName),
    ],
    lowResponse: response ? lowResponseWarning(response) : null,
  };
}
