import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { OwnDataPage } from "@/ui/rights/own-data-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Your data" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const data = await orNotFound((await api()).rights.ownData({ company }));
  return <OwnDataPage data={data} />;
});
