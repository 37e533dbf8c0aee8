import type { Outputs } from "@/trpc/outputs";
import { type Plan, PlanSection, sharingIsDue } from "@/ui/commitment/plan-section";
import { periodText } from "@/ui/cycle/dates";
import { LinkButton } from "@/ui/kit/link-button";
import { ReleaseNotice } from "@/ui/release/release-notice";
import { wordsHref } from "@/ui/release/words-href";
import { ExportLinks } from "./export-links";
import { LeaderReport } from "./leader-report";
import { patternCards } from "./pattern-card";
import { ReportComment } from "./report-comment";

/** A leader's report as it comes over the wire. */
export function SeatReportPage({ data, plan }: { data: Outputs["report"]["seat"]; plan: Plan }) {
  const { company, cycle, report, comments, summary, previousQuarter, standing, mayWriteWords } = data;
  return (
    <>
      <ReleaseNotice standing={standing} wordsHref={wordsHref(company.slug, cycle.quarter, mayWriteWords)} />
      <LeaderReport
        company={company.name}
        report={report}
        comments={comments}
        commentsWait={data.commentsWait}
        timeZone={standing.timeZone}
        neutralLabelsOnly={data.neutralLabelsOnly}
        commentAction={(commentId) => (
          <ReportComment company={company.slug} quarter={cycle.quarter} commentId={commentId} />
        )}
        summary={summary}
        cards={patternCards(report.seat)}
        previousQuarter={previousQuarter}
        yearQuarter={data.yearQuarter}
        mix={data.mix}
        lowResponse={data.lowResponse}
        actions={
          <>
            {sharingIsDue(plan) ? (
              <LinkButton href="#plan" variant="primary">
                Share one action with engineers
              </LinkButton>
            ) : null}
            <ExportLinks company={company.slug} quarter={cycle.quarter} page={report.seat} />
          </>
        }
        plan={<PlanSection plan={plan} />}
        period={periodText(cycle.opensAt, cycle.closedAt, standing.timeZone)}
      />
    </>
  );
}
