import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { PairReportPage } from "@/ui/report/pair-report-page";

type Params = { params: Promise<{ company: string; cycle: string }> };

export default orNothing(NotFound, async function Page({ params }: Params) {
  const { company, cycle } = await params;
  const data = await orNotFound((await api()).report.pair({ company, quarter: cycle.toUpperCase() }));
  return <PairReportPage data={data} />;
});
