import type { Outputs } from "@/trpc/outputs";
import { ExportLinks } from "./export-links";
import { LeaderReport } from "./leader-report";
import { patternCards } from "./pattern-card";
import { ReportComment } from "./report-comment";
import { periodText } from "./report-dates";

/** A leader's report as it comes over the wire. */
export function SeatReportPage({ data }: { data: Outputs["report"]["seat"] }) {
  const { company, cycle, report, comments, summary, previousQuarter } = data;
  return (
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
  );
}
