import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { NotificationsPage } from "@/ui/webhook/notifications-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Notifications" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  return <NotificationsPage company={company} data={await orNotFound((await api()).webhook.list({ company }))} />;
});
