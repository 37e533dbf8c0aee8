import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { DataPage } from "@/ui/rights/data-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Data and deletion" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const state = await orNotFound((await api()).rights.deletion({ company }));
  return <DataPage state={state} />;
});
