import type { Subject } from "@/domain/board-page";
import type { ChainKey } from "@/domain/innovation-chain";
import type { Outputs } from "@/trpc/outputs";
import { periodText } from "@/ui/cycle/dates";
import { ReleaseNotice } from "@/ui/release/release-notice";
import { wordsHref } from "@/ui/release/words-href";
import { ExportLinks } from "./export-links";
import { PairReport } from "./pair-report";

const stations: Record<ChainKey, { label: string; carrier: Subject; lines: readonly [string, string] }> = {
  culture: { label: "Culture", carrier: "cto", lines: ["encourages", "ambitious ideas"] },
  team: { label: "Team", carrier: "vpe", lines: ["gives room", "for them"] },
  together: { label: "Together", carrier: "pair", lines: ["welcome ideas,", "help them grow"] },
  "up-and-out": { label: "Up and out", carrier: "cto", lines: ["presents ideas", "up and outward"] },
  product: { label: "Product", carrier: "vpe", lines: ["turns them", "into a product"] },
};

/** The report about the two together as it comes over the wire. */
export function PairReportPage({ data }: { data: Outputs["report"]["pair"] }) {
  const { company, cycle, report, summary, previousQuarter, standing, mayWriteWords } = data;
  const chain = report.kind === "shown" ? data.chain.map(({ key, score }) => ({ key, score, ...stations[key] })) : null;
  return (
    <>
      <ReleaseNotice standing={standing} wordsHref={wordsHref(company.slug, cycle.quarter, mayWriteWords)} />
      <PairReport
        company={company.name}
        report={report}
        summary={summary}
        previousQuarter={previousQuarter}
        actions={<ExportLinks company={company.slug} quarter={cycle.quarter} page="pair" />}
        period={periodText(cycle.opensAt, cycle.closedAt, standing.timeZone)}
        chain={chain}
        crossroads={data.crossroads}
        profiles={data.profiles}
        trend={data.trend}
        slope={data.slope}
        yearQuarter={data.yearQuarter}
        mix={data.mix}
        lowResponse={data.lowResponse}
      />
    </>
  );
}
