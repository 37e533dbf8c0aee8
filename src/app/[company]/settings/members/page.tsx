import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { MembersPage } from "@/ui/member/members-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Members and roles" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const members = await orNotFound((await api()).member.list({ company }));
  return <MembersPage company={company} members={members} />;
});
