import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { SessionsPage } from "@/ui/session/sessions-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Your sessions" };

export default orNothing(NotFound, async function Page() {
  return <SessionsPage sessions={await orNotFound((await api()).session.list())} />;
});
