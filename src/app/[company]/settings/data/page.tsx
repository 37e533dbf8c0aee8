import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { DataPage } from "@/ui/rights/data-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Data and deletion" };

export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const state = await orNotFound((await api()).rights.deletion({ company }));
  return <DataPage state={state} />;
}
