import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { CompanyPage } from "@/ui/settings/company-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Company" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const settings = await orNotFound((await api()).company.settings({ company }));
  return <CompanyPage settings={settings} />;
});
