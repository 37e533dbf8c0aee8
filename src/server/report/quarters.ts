import type { BoardQuarter } from "@/domain/board-page";
import { quarterAfter } from "@/domain/quarter";
import type { CompanyTransaction } from "@/server/db/with-company";
import { findFrozenReports } from "./frozen";

const mostQuarters = 8;

/** Up to eight quarters of released reports ending with the given one, oldest first; gaps between them are kept. */
export async function findQuarters(
  tx: CompanyTransaction,
  companyId: string,
  quarter: string,
): Promise<BoardQuarter[]> {
  const names = Array.from({ length: mostQuarters }, (_, index) => quarterAfter(quarter, index + 1 - mostQuarters));
  const cycles = await tx.cycle.findMany({
    where: { companyId, phase: "released", quarter: { in: names } },
    orderBy: { quarter: "asc" },
  });
  const reports = await findFrozenReports(
    tx,
    companyId,
    cycles.map(({ id }) => id),
  );
  const first = names.indexOf(cycles[0]?.quarter ?? quarter);
  return names.slice(Math.max(0, first)).map((name): BoardQuarter => {
    const cycle = cycles.find((candidate) => candidate.quarter === name);
    const report = cycle ? reports.get(cycle.id) : undefined;
    const engineers = report?.response.groups.find(({ group }) => group === "engineer");
    return {
      quarter: name,
      opensOn: cycle?.opensAt?.toISOString() ?? "",
      closesOn: cycle?.closedAt?.toISOString() ?? "",
      report: report
        ? {
            invited: engineers?.invited ?? 0,
            ballots: engineers?.ballots ?? null,
            cto: report.cto,
            vpe: report.vpe,
            pair: report.pair,
          }
        : null,
    };
  });
}
