import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { SetupPage } from "@/ui/setup/setup-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Set up a cycle" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const setup = await orNotFound((await api()).company.setup({ company }));
  return <SetupPage setup={setup} now={new Date()} />;
});
