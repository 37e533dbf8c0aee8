import { boardPage } from "@/domain/board-page-assembly";
import { quarterAfter } from "@/domain/quarter";
import { findCommitments } from "@/server/commitment/announced";
import type { CompanyTransaction } from "@/server/db/with-company";
import { findStatements } from "@/server/statement/queries";
import { findFrozenReports } from "./frozen";

/** Quarters on the board page, the shown one included: eight at most, six at least. */
const mostQuarters = 8;
const fewestQuarters = 6;

type Company = { companyId: string; name: string };
type ShownCycle = {
  id: string;
  quarter: string;
  boardHeadline: string | null;
  boardQuestion: string | null;
  releasedAt: Date | null;
};

/** The board page of a released cycle from frozen reports only; whoever calls it has asked the law of release before. */
export async function assembleBoardPage(tx: CompanyTransaction, { companyId, name }: Company, cycle: ShownCycle) {
  const eight = Array.from({ length: mostQuarters }, (_, index) =>
    quarterAfter(cycle.quarter, index + 1 - mostQuarters),
  );
  const cycles = await tx.cycle.findMany({
    where: { companyId, phase: "released", quarter: { in: eight } },
    orderBy: { quarter: "asc" },
  });
  const first = eight.indexOf(cycles[0]?.quarter ?? cycle.quarter);
  const quarterNames = eight.slice(Math.min(first, mostQuarters - fewestQuarters));
  const reports = await findFrozenReports(
    tx,
    companyId,
    cycles.map(({ id }) => id),
  );
  const quarters = cycles.map(({ id, quarter, opensAt, closedAt }) => {
    const report = reports.get(id) ?? null;
    const engineers = report?.response.groups.find((group) => group.group === "engineer");
    return {
      quarter,
      opensOn: opensAt?.toISOString() ?? "",
      closesOn: closedAt?.toISOString() ?? "",
      report: report && {
        invited: engineers?.invited ?? 0,
        ballots: engineers?.ballots ?? null,
        cto: report.cto,
        vpe: report.vpe,
        pair: report.pair,
      },
    };
  });
  return {
    page: boardPage({
      company: name,
      quarterNames,
      quarters,
      commitments: await findCommitments(tx, companyId, { cycle: { quarter: { lte: cycle.quarter } } }),
      headline: cycle.boardHeadline,
      question: cycle.boardQuestion,
      statements: await findStatements(tx, { companyId, cycleId: cycle.id }),
      leadersReadOn: cycle.releasedAt?.toISOString() ?? null,
    }),
    earlier: cycles.filter(({ quarter }) => quarter < cycle.quarter).map(({ quarter }) => quarter),
  };
}
