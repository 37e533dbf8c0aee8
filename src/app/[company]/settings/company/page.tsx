import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { CompanyPage } from "@/ui/settings/company-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Company" };

export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const settings = await orNotFound((await api()).company.settings({ company }));
  return <CompanyPage settings={settings} />;
}
