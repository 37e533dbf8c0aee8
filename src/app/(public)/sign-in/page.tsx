import type { Metadata } from "next";
import { outboxHref } from "@/app/dev/outbox/outbox-href";
import { readSignOnProblem } from "@/domain/sign-on-problem";
import { api } from "@/trpc/server";
import { PublicShell } from "@/ui/shell/public-shell";
import { SignInPage } from "@/ui/sign-in/sign-in-page";
import { readSignInError } from "@/ui/sign-in/sign-in-words";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

type Search = Partial<Record<"error" | "callbackUrl" | "next" | "company" | "asked" | "problem", string | string[]>>;

export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const { error, callbackUrl, next = callbackUrl, company, asked, problem } = await searchParams;
  const slug = typeof company === "string" && /^[a-z0-9-]{2,40}$/.test(company) ? company : null;
  const offer = slug === null ? null : await (await api()).signOn.offer({ slug });
  return (
    <PublicShell width="column" signIn={false}>
      <SignInPage
        error={readSignInError(error)}
        problem={readSignOnProblem(problem)}
        offer={offer}
        asked={asked === undefined ? null : (slug ?? "")}
        next={typeof next === "string" ? next : slug === null ? "/companies" : `/${slug}`}
        outboxHref={outboxHref()}
      />
    </PublicShell>
  );
}
