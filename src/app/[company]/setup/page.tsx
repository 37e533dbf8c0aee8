import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { SetupPage } from "@/ui/setup/setup-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Set up a cycle" };

export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const setup = await orNotFound((await api()).company.setup({ company }));
  return <SetupPage setup={setup} now={new Date()} />;
}
