import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { RosterPage } from "@/ui/roster/roster-page";

export const metadata: Metadata = { title: "Roster" };

type Props = {
  params: Promise<{ company: string }>;
  searchParams: Promise<{ search?: string | string[]; page?: string | string[] }>;
};

export default orNothing(NotFound, async function Page({ params, searchParams }: Props) {
  const { company } = await params;
  const query = await searchParams;
  const search = String(query.search ?? "").slice(0, 120);
  const page = Math.max(1, Math.floor(Number(query.page ?? 1)) || 1);
  const roster = await orNotFound((await api()).roster.list({ company, search, page }));
  return <RosterPage company={company} roster={roster} search={search} />;
});
