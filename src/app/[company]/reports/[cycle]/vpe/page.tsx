import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { SeatReportPage } from "@/ui/report/seat-report-page";

type Params = { params: Promise<{ company: string; cycle: string }> };

export default orNothing(NotFound, async function Page({ params }: Params) {
  const { company, cycle } = await params;
  const about = { company, quarter: cycle.toUpperCase(), seat: "vpe" as const };
  const caller = await api();
  const [data, plan] = await orNotFound(Promise.all([caller.report.seat(about), caller.commitment.list(about)]));
  return <SeatReportPage data={data} plan={plan} />;
});
