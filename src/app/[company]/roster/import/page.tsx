import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { ImportStartPage } from "@/ui/roster/import-start-page";

export const metadata: Metadata = { title: "Import a roster" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const roster = await orNotFound((await api()).roster.list({ company }));
  return <ImportStartPage company={company} mailDomains={roster.mailDomains} />;
});
