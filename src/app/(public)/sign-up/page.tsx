import type { Metadata } from "next";
import { outboxHref } from "@/app/dev/outbox/outbox-href";
import { env } from "@/env.js";
import { WireProvider } from "@/trpc/react";
import { PublicShell } from "@/ui/shell/public-shell";
import { SignUpForm } from "@/ui/sign-up/sign-up-form";

export const metadata: Metadata = { title: "Sign up" };
export const dynamic = "force-dynamic";

export default function Page() {
  return (
    <PublicShell width="column">
      <h1>Sign up your company</h1>
      <p className="lede mb-6">Nothing is sent to your engineers before you have seen every step and opened a cycle.</p>
      <WireProvider>
        <SignUpForm siteHost={new URL(env.TANDEM_URL).host} outboxHref={outboxHref()} />
      </WireProvider>
    </PublicShell>
  );
}
