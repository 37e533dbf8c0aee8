import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { ImportEnded } from "@/ui/roster/import-ended";
import { ImportReview } from "@/ui/roster/import-review";
import { SetupRail } from "@/ui/setup/setup-rail";

export const metadata: Metadata = { title: "Check the roster" };

type Props = {
  params: Promise<{ company: string; importId: string }>;
  searchParams: Promise<{ show?: string | string[]; page?: string | string[] }>;
};

export default orNothing(NotFound, async function Page({ params, searchParams }: Props) {
  const { company, importId } = await params;
  const query = await searchParams;
  const filter = query.show === "all" ? "all" : "changes";
  const page = Math.max(1, Math.floor(Number(query.page ?? 1)) || 1);
  try {
    const caller = await api();
    const initial = await orNotFound(caller.roster.import({ company, importId, filter, page }));
    const rail = <SetupRail setup={await orNotFound(caller.company.setup({ company }))} />;
    return <ImportReview key={importId} {...{ company, initial, filter, page, rail }} />;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "CONFLICT")
      return <ImportEnded company={company} words={error.message} />;
    throw error;
  }
});
