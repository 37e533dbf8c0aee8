import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { SignOnPage } from "@/ui/sign-on/sign-on-page";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Single sign-on" };

export default orNothing(NotFound, async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params;
  const signOn = await orNotFound((await api()).signOn.get({ company }));
  return <SignOnPage signOn={signOn} />;
});
