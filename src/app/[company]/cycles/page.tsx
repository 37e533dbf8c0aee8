import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { CyclesPage } from "@/ui/cycle/cycles-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Cycles" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const cycles = await orNotFound((await api()).cycle.list({ company }));
  const caller = await api();
  const [glance, events, plan] = await Promise.all([
    caller.cycle.glance({ company }),
    caller.event.list({ company }),
    caller.plan.get({ company }),
  ]);
  return <CyclesPage company={company} cycles={cycles} glance={glance} events={events} plan={plan} now={new Date()} />;
});
