import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { quarterLabel } from "@/domain/quarter";
import { orNothing } from "@/trpc/page";
import { api, orNotFound } from "@/trpc/server";
import { CyclePage } from "@/ui/cycle/cycle-page";
import { ShareSection } from "@/ui/share/share-section";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ company: string; cycle: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: quarterLabel((await params).cycle.toUpperCase()) };
}

/** The board page's suggested sentence says what the results are: only an admin who may read them gets it. */
async function findSuggestion(ref: { company: string; quarter: string }): Promise<string | null> {
  try {
    return (await (await api()).report.board(ref)).page.suggestedHeadline;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

export default orNothing(NotFound, async function Page({ params }: Params) {
  const { company, cycle: part } = await params;
  const caller = await api();
  const cycle = await orNotFound(caller.cycle.get({ company, quarter: part.toUpperCase() }));
  const settings = await caller.company.settings({ company });
  const ref = { company, quarter: cycle.quarter };
  const check =
    cycle.phase === "draft"
      ? { ...(await caller.cycle.check(ref)), invitation: await caller.cycle.invitation(ref) }
      : null;
  const suggestion = cycle.phase === "released" ? await findSuggestion({ company, quarter: cycle.quarter }) : null;
  const flagged = cycle.tallied ? await caller.comment.listFlagged({ company, quarter: cycle.quarter }) : [];
  const shares =
    cycle.phase === "released" && cycle.expiredAt === null
      ? await caller.share.list({ company, quarter: cycle.quarter })
      : null;
  return (
    <CyclePage
      company={company}
      companyName={settings.name}
      cycle={cycle}
      check={check}
      suggestion={suggestion}
      flagged={flagged}
      shares={shares && <ShareSection company={company} quarter={cycle.quarter} data={shares} />}
      now={new Date()}
    />
  );
});
