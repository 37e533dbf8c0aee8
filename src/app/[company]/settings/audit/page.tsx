import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { AuditPage } from "@/ui/settings/audit-page";
import { chosen, pageFrom } from "@/ui/settings/audit-words";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Audit" };

type Search = { page?: string | string[]; actor?: string | string[]; action?: string | string[] };
type Props = { params: Promise<{ company: string }>; searchParams: Promise<Search> };

export default orNothing(NotFound, async function Page({ params, searchParams }: Props) {
  const { company } = await params;
  const search = await searchParams;
  const filter = { page: pageFrom(search.page), actor: chosen(search.actor), action: chosen(search.action) };
  const log = await orNotFound((await api()).audit.list({ company, ...filter }));
  return <AuditPage company={company} filter={filter} log={log} />;
});
