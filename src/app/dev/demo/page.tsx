import type { Metadata } from "next";
import NotFound from "@/app/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { DemoPeoplePage } from "@/ui/demo/demo-people-page";
import { PublicShell } from "@/ui/shell/public-shell";

export const metadata: Metadata = { title: "Demo", robots: { index: false } };
export const dynamic = "force-dynamic";

export default orNothing(NotFound, async function Page() {
  const companies = await orNotFound((await api()).demo.people());
  return (
    <PublicShell>
      <DemoPeoplePage companies={companies} />
    </PublicShell>
  );
});
