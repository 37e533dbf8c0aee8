import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { DirectoryPage } from "@/ui/directory/directory-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Directory sync" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  return <DirectoryPage company={company} directory={await orNotFound((await api()).directory.get({ company }))} />;
});
