import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { AuditPage } from "@/ui/settings/audit-page";
import { pageFrom } from "@/ui/settings/audit-words";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Audit" };

type Props = { params: Promise<{ company: string }>; searchParams: Promise<{ page?: string | string[] }> };

export default async function Page({ params, searchParams }: Props) {
  const { company } = await params;
  const page = pageFrom((await searchParams).page);
  const log = await orNotFound((await api()).audit.list({ company, page }));
  return <AuditPage company={company} page={page} log={log} />;
}
