import type { Metadata } from "next";
import { redirect } from "next/navigation";
import NotFound from "@/app/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { PublicShell } from "@/ui/shell/public-shell";
import { CompaniesPage } from "@/ui/sign-in/companies-page";

export const metadata: Metadata = { title: "Your companies" };
export const dynamic = "force-dynamic";

export default orNothing(NotFound, async function Page() {
  const companies = await orNotFound((await api()).company.mine());
  const [only, ...others] = companies;
  if (only && others.length === 0) redirect(`/${only.slug}`);
  return (
    <PublicShell width="column" signIn={false}>
      <CompaniesPage companies={companies} />
    </PublicShell>
  );
});
