import type { Metadata } from "next";
import { outboxHref } from "@/app/dev/outbox/outbox-href";
import { PublicShell } from "@/ui/shell/public-shell";
import { SignInPage } from "@/ui/sign-in/sign-in-page";
import { readSignInError } from "@/ui/sign-in/sign-in-words";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

type Search = { error?: string | string[]; callbackUrl?: string | string[]; next?: string | string[] };

export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const { error, callbackUrl, next = callbackUrl } = await searchParams;
  return (
    <PublicShell width="column" signIn={false}>
      <SignInPage
        error={readSignInError(error)}
        next={typeof next === "string" ? next : "/companies"}
        outboxHref={outboxHref()}
      />
    </PublicShell>
  );
}
