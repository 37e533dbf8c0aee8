import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import NotFound from "@/app/not-found";
import { cycleNameSchema } from "@/domain/ballot";
import { manifestSchema } from "@/domain/manifest";
import { quarterLabel } from "@/domain/quarter";
import { getPublicRecord } from "@/server/cycle/record";
import { orNothing } from "@/trpc/page";
import { PublicShell } from "@/ui/shell/public-shell";
import { VerifyPage } from "@/ui/verify/verify-page";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ cycle: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const recordOf = cache(async (name: string) =>
  cycleNameSchema.safeParse(name).success ? getPublicRecord(name) : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await recordOf((await params).cycle);
  return record ? { title: `${record.companyName}, ${quarterLabel(record.quarter)}: public record` } : {};
}

// Public and without a session: nothing of the person who looks is read, so nothing of them can be known.
export default orNothing(NotFound, async function Page({ params, searchParams }: Props) {
  const { cycle } = await params;
  const record = await recordOf(cycle);
  if (!record) notFound();
  const { disputeDays } = manifestSchema.parse(JSON.parse(record.manifestText));
  return (
    <PublicShell width="text" signIn={false}>
      <VerifyPage
        record={record}
        name={cycle}
        disputeDays={disputeDays}
        page={Number((await searchParams).page) || 1}
        now={new Date()}
      />
    </PublicShell>
  );
});
