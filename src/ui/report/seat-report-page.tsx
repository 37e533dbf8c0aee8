import type { Outputs } from "@/trpc/outputs";
import { ReleaseNotice } from "@/ui/release/release-notice";
import { wordsHref } from "@/ui/release/words-href";
import { ExportLinks } from "./export-links";
import { LeaderReport } from "./leader-report";
import { patternCards } from "./pattern-card";
import { ReportComment } from "./report-comment";
import { periodText } from "./report-dates";

/** A leader's report as it comes over the wire. */
export function SeatReportPage({ data }: { data: Outputs["report"]["seat"] }) {
  const { company, cycle, report, comments, summary, previousQuarter, standing, mayWriteWords } = data;
  return (
    <>
      <ReleaseNotice standing={standing} wordsHref={wordsHref(company.slug, cycle.quarter, mayWriteWords)} />
      <LeaderReport
        company={company.name}
        report={report}
        comments={comments}
        commentAction={(commentId) => (
          <ReportComment company={company.slug} quarter={cycle.quarter} commentId={commentId} />
        )}
        summary={summary}
        cards={patternCards(report.seat)}
        previousQuarter={previousQuarter}
        yearQuarter={data.yearQuarter}
        mix={data.mix}
        lowResponse={data.lowResponse}
        actions={<ExportLinks company={company.slug} quarter={cycle.quarter} page={report.seat} />}
        period={periodText(cycle.opensAt, cycle.closedAt)}
      />
    </>
  );
}
