import type { Metadata } from "next";
import { outboxHref } from "@/app/dev/outbox/outbox-href";
import { PublicShell } from "@/ui/shell/public-shell";
import { LinkSent } from "@/ui/sign-in/link-sent";

export const metadata: Metadata = { title: "Look into your mail" };
export const dynamic = "force-dynamic";

export default function Page() {
  return (
    <PublicShell width="column" signIn={false}>
      <h1 className="mb-6">Look into your mail</h1>
      <LinkSent address={null} outboxHref={outboxHref()} />
    </PublicShell>
  );
}
