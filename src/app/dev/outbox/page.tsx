import type { Metadata } from "next";
import NotFound from "@/app/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { OutboxPage } from "@/ui/demo/outbox-page";
import { PublicShell } from "@/ui/shell/public-shell";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };
export const dynamic = "force-dynamic";

type Search = { mail?: string | string[]; to?: string | string[] };

export default orNothing(NotFound, async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const { mail, to } = await searchParams;
  const mails = await orNotFound((await api()).demo.outbox());
  return (
    <PublicShell>
      <OutboxPage
        mails={mails}
        chosenId={typeof mail === "string" ? mail : null}
        to={typeof to === "string" ? to : null}
      />
    </PublicShell>
  );
});
