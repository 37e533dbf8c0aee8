import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { ApiKeysPage } from "@/ui/api-key/api-keys-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "API keys" };

export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  return <ApiKeysPage company={company} data={await orNotFound((await api()).apiKey.list({ company }))} />;
}
