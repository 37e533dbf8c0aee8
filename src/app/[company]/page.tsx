import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { may } from "@/domain/access";
import { getPublicRecord } from "@/server/cycle/record";
import { orNothing } from "@/trpc/page";
import { WireProvider } from "@/trpc/react";
import { api, orNotFound } from "@/trpc/server";
import { OverviewPage } from "@/ui/overview/overview-page";

export const metadata: Metadata = { title: "Overview" };
export const dynamic = "force-dynamic";

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const caller = await api();
  const overview = await orNotFound(caller.company.overview({ company }));
  const announced = await caller.commitment.forEngineers({ company });
  const setup = may(overview.roles, "company.setup") ? await caller.company.setup({ company }) : null;
  // Whom to tell stands in the public record, as it was when the cycle opened.
  const record = overview.openCycle && overview.claimed ? await getPublicRecord(overview.openCycle.name) : null;
  return (
    <WireProvider>
      <OverviewPage overview={overview} announced={announced} setup={setup} contact={record?.contact ?? null} />
    </WireProvider>
  );
});
