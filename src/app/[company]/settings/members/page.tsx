import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { MembersPage } from "@/ui/member/members-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Members and roles" };

export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const members = await orNotFound((await api()).member.list({ company }));
  return <MembersPage company={company} members={members} />;
}
