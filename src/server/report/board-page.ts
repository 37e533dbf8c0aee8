import { boardPage } from "@/domain/board-page-assembly";
import { quarterAfter } from "@/domain/quarter";
import { findCommitments } from "@/server/commitment/announced";
import type { CompanyTransaction } from "@/server/db/with-company";
import { findStatements } from "@/server/statement/queries";
import { findQuarters } from "./quarters";

/** Quarters on the board page, the shown one included: six at least, eight at most. */
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
  const quarters = await findQuarters(tx, companyId, cycle.quarter);
  const shown = Math.max(fewestQuarters, quarters.length);
  const quarterNames = Array.from({ length: shown }, (_, index) => quarterAfter(cycle.quarter, index + 1 - shown));
  return {
    page: boardPage({
      company: name,
      quarterNames,
      quarters,
      commitments: await findCommitments(tx, companyId, { cycle: { quarter: { lte: cycle.quarter } } }),
      headline: cycle.boardHeadline,
      question: cycle.boardQuestion,
      statements: await findStatements(tx, { companyId, cycleId: cycle.id }),
      companyEvents: await tx.companyEvent.findMany({
        where: { companyId, quarter: { in: quarterNames } },
        orderBy: [{ quarter: "asc" }, { label: "asc" }],
      }),
      leadersReadOn: cycle.releasedAt?.toISOString() ?? null,
    }),
    earlier: quarters.flatMap(({ quarter, report }) => (report && quarter < cycle.quarter ? [quarter] : [])),
  };
}
