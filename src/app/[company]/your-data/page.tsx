import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { OwnDataPage } from "@/ui/rights/own-data-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Your data" };

export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const data = await orNotFound((await api()).rights.ownData({ company }));
  return <OwnDataPage data={data} />;
}
