import { quarterAfter, quarterLabel } from "@/domain/quarter";
import { lowResponseWarning, raterMix } from "@/domain/rater-mix";
import type { FrozenReport } from "@/domain/report";
import type { Tenant } from "@/server/company/tenant";
import type { CompanyTransaction } from "@/server/db/with-company";
import { findFrozenReports } from "./frozen";

/** The quarter that a report is compared with: the last one before it that was tallied. */
const findPrevious = (tx: CompanyTransaction, companyId: string, quarter: string) =>
  tx.cycle.findFirst({
    where: { companyId, quarter: { lt: quarter }, phase: { in: ["closed", "released"] } },
    orderBy: { quarter: "desc" },
    select: { id: true, quarter: true },
  });

/** A cycle's frozen report, the quarters it was compared with, and what to know about who answered then and now. */
export async function getCompared(
  tx: CompanyTransaction,
  { companyId }: Tenant,
  cycle: { id: string; quarter: string },
): Promise<{
  frozen: FrozenReport | undefined;
  previousQuarter: string | null;
  /** The same quarter last year, where the report holds a comparison with it. */
  yearQuarter: string | null;
  mix: string[];
  lowResponse: string | null;
}> {
  const previous = await findPrevious(tx, companyId, cycle.quarter);
  const yearName = quarterAfter(cycle.quarter, -4);
  const year = await tx.cycle.findUnique({
    where: { companyId_quarter: { companyId, quarter: yearName } },
    select: { id: true },
  });
  const ids = [cycle.id, previous?.id, year?.id].filter((id) => id !== undefined);
  const reports = await findFrozenReports(tx, companyId, ids);
  const frozen = reports.get(cycle.id);
  const mixSince = (id: string | undefined, rosterChange: number | null | undefined, quarter: string): string[] => {
    const then = id === undefined ? undefined : reports.get(id);
    return frozen === undefined || then === undefined || rosterChange === undefined
      ? []
      : raterMix(frozen.response, { response: then.response, rosterChange, since: quarterLabel(quarter) });
  };
  return {
    frozen,
    previousQuarter: previous?.quarter ?? null,
    yearQuarter: frozen?.response.yearRosterChange === undefined ? null : yearName,
    mix: [
      ...mixSince(previous?.id, frozen?.response.rosterChange, previous?.quarter ?? ""),
      ...mixSince(year?.id, frozen?.response.yearRosterChange, yearName),
    ],
    lowResponse: frozen ? lowResponseWarning(frozen.response) : null,
  };
}
