import { api, orNotFound } from "@/trpc/server";
import { SeatReportPage } from "@/ui/report/seat-report-page";

type Params = { params: Promise<{ company: string; cycle: string }> };

export default async function Page({ params }: Params) {
  const { company, cycle } = await params;
  const quarter = cycle.toUpperCase();
  const data = await orNotFound((await api()).report.seat({ company, quarter, seat: "cto" }));
  return <SeatReportPage data={data} />;
}
