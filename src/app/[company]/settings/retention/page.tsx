import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { RetentionPage } from "@/ui/rights/retention-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Retention" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const retention = await orNotFound((await api()).rights.retention({ company }));
  return <RetentionPage company={company} retention={retention} />;
});
