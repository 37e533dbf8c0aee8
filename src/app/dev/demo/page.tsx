import type { Metadata } from "next";
import { api, orNotFound } from "@/trpc/server";
import { DemoPeoplePage } from "@/ui/demo/demo-people-page";
import { PublicShell } from "@/ui/shell/public-shell";

export const metadata: Metadata = { title: "Demo", robots: { index: false } };
export const dynamic = "force-dynamic";

export default async function Page() {
  const companies = await orNotFound((await api()).demo.people());
  return (
    <PublicShell>
      <DemoPeoplePage companies={companies} />
    </PublicShell>
  );
}
