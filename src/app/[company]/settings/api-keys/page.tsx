import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { ApiKeysPage } from "@/ui/api-key/api-keys-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "API keys" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  return <ApiKeysPage company={company} data={await orNotFound((await api()).apiKey.list({ company }))} />;
});
