import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { ColleaguesPage } from "@/ui/overview/colleagues-page";

export const metadata: Metadata = { title: "Who was asked" };
export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ company: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export default orNothing(NotFound, async function Page({ params, searchParams }: Props) {
  const { company } = await params;
  const page = Math.max(1, Math.floor(Number((await searchParams).page ?? 1)) || 1);
  const colleagues = await orNotFound((await api()).invitation.colleagues({ company, page }));
  return <ColleaguesPage company={company} colleagues={colleagues} />;
});
