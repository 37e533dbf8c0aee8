import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { CyclesPage } from "@/ui/cycle/cycles-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Cycles" };

export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const cycles = await orNotFound((await api()).cycle.list({ company }));
  return <CyclesPage company={company} cycles={cycles} now={new Date()} />;
}
