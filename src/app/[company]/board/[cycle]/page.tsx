import { api, orNotFound } from "@/trpc/server";
import { BoardReportPage } from "@/ui/board/board-report-page";

type Params = { params: Promise<{ company: string; cycle: string }> };

export default async function Page({ params }: Params) {
  const { company, cycle } = await params;
  const data = await orNotFound((await api()).report.board({ company, quarter: cycle.toUpperCase() }));
  return <BoardReportPage data={data} />;
}
