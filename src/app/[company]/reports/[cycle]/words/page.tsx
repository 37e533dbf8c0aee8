import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { StatementPage } from "@/ui/statement/statement-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Your 100 words" };

type Params = { params: Promise<{ company: string; cycle: string }> };

export default orNothing(NotFound, async function Page({ params }: Params) {
  const { company, cycle } = await params;
  const data = await orNotFound((await api()).statement.mine({ company, quarter: cycle.toUpperCase() }));
  return <StatementPage data={data} />;
});
