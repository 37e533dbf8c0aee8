import { TRPCError } from "@trpc/server";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { BoardReportPage } from "@/ui/board/board-report-page";

type Params = { params: Promise<{ company: string; cycle: string }> };

/** The links to this page, for those who may see them; a leader who is not on the board does not. */
async function findShares(ref: { company: string; quarter: string }) {
  try {
    return await (await api()).share.list(ref);
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

export default orNothing(NotFound, async function Page({ params }: Params) {
  const { company, cycle } = await params;
  const ref = { company, quarter: cycle.toUpperCase() };
  const data = await orNotFound((await api()).report.board(ref));
  return <BoardReportPage data={data} shares={await findShares(ref)} />;
});
