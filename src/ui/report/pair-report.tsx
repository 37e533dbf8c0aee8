import type { ReactNode } from "react";
import type { TrendPanel } from "@/domain/board-page";
import type { Crossroads as Findings } from "@/domain/crossroads";
import { dutyFindings } from "@/domain/duty-findings";
import { perceptionSentence } from "@/domain/perception";
import { quarterLabel } from "@/domain/quarter";
import type { PairReport as Pair, RoleMap, SeatReport } from "@/domain/report";
import { seenFrom } from "@/domain/trend";
import { Chain } from "@/ui/chart/chain";
import type { ChainStation } from "@/ui/chart/chain-station";
import { HatchDefinition } from "@/ui/chart/hatch";
import { points } from "@/ui/chart/score-words";
import { figures } from "@/ui/kit/figures";
import { Notice } from "@/ui/kit/notice";
import { PrintButton } from "@/ui/kit/print-button";
import { PageHead } from "@/ui/shell/page-head";
import { ReportWithheld } from "./absent-report";
import { AttributedViews } from "./attributed-views";
import { ChartLegend } from "./chart-legend";
import { Crossroads } from "./crossroads";
import { ChangeNotes } from "./leader-notes";
import { PairTrend } from "./pair-trend";
import { pairViews } from "./pair-view";
import { PairViewsTable } from "./pair-views-table";
import { ResponsibilityProfile } from "./responsibility-profile";
import { RoleMapSection } from "./role-map-section";
import { Section } from "./section";
import { Summary } from "./summary";
import { WhatChanged } from "./what-changed";

export type PairReportProps = {
  company: string;
  report: Pair;
  summary: readonly string[];
  previousQuarter: string | null;
  period: string;
  /** The five stations of the innovation chain, when the page has both seats' results. */
  chain?: readonly ChainStation[] | null | undefined;
  /** Where there is no pair: the talk's question, and the roles of the one person. */
  crossroads?: Findings | null | undefined;
  profiles?: readonly SeatReport[] | undefined;
  /** The shared areas over the last quarters; empty before the second. */
  trend?: readonly TrendPanel[] | undefined;
  /** Which of them rise or fall steadily; null below four quarters. */
  slope?: string | null | undefined;
  yearQuarter?: string | null | undefined;
  mix?: readonly string[] | undefined;
  lowResponse?: string | null | undefined;
  actions?: ReactNode;
};

/** The two together: shared duties, who does what, and where views part. Nothing here compares the two people. */
export function PairReport(props: PairReportProps) {
  const { company, report, period, actions } = props;
  const crossroads = report.kind === "one-person" || report.kind === "vacant";
  const name = crossroads ? "Crossroads" : "The two together";
  const map: RoleMap | null = report.kind === "withheld" ? null : report.roleMap;
  return (
    <>
      <HatchDefinition />
      <PageHead
        crumbs={[company, "Reports", name]}
        title={`${name}, ${quarterLabel(report.quarter)}`}
        actions={
          <>
            {actions}
            {report.kind === "withheld" ? null : <PrintButton />}
          </>
        }
      >
        <div className="meta num">
          {report.kind === "shown" ? (
            <span>
              <b>{figures(`${report.answers} of ${report.invited}`)}</b> engineers rated both leaders
            </span>
          ) : null}
          {map?.kind === "shown" ? (
            <span>
              <b>{map.answers}</b> answered who does what
            </span>
          ) : null}
          <span>
            <b>{period}</b>
          </span>
          <span>
            {crossroads ? "For development. Not a basis for pay or dismissal." : "Both leaders see this page"}
          </span>
        </div>
      </PageHead>
      {report.kind === "withheld" ? <ReportWithheld about="the two together" quarter={report.quarter} /> : null}
      {report.kind === "shown" ? <Together {...props} report={report} /> : null}
      {props.crossroads && map !== null ? (
        <Crossroads
          findings={props.crossroads}
          profiles={props.profiles ?? []}
          map={map}
          onePerson={report.kind === "one-person"}
          previousQuarter={props.previousQuarter}
        />
      ) : null}
      {map === null || props.crossroads ? null : <RoleMapSection map={map} sentences={dutyFindings(map)} />}
      {props.chain && report.kind === "shown" ? (
        <Section
          title="How an idea becomes a product"
          notes={
            <p>
              Five stations from the talk’s slide on innovation. Colour shows who carries the station: <b>blue</b> the
              CTO, <b>ochre</b> the VPoE, <b>grey</b> both.
            </p>
          }
        >
          <Chain stations={props.chain} />
        </Section>
      ) : null}
      {report.kind === "shown" && map?.kind === "shown" && map.rows !== null ? (
        <Section
          title="Where you two and the engineers see it differently"
          notes={
            <>
              <p>
                <b>Shared blind spot:</b> you two agree, the engineers do not. <b>You differ:</b> the boundary itself is
                open.
              </p>
              <p>Your own answers are not anonymous; each of you agreed to show them to the other.</p>
            </>
          }
        >
          <PairViewsTable views={pairViews(map.rows)} />
        </Section>
      ) : null}
    </>
  );
}

function Together({
  report,
  summary,
  previousQuarter,
  yearQuarter = null,
  trend = [],
  slope = null,
  mix = [],
  lowResponse = null,
}: PairReportProps & { report: Extract<Pair, { kind: "shown" }> }) {
  const smallest = seenFrom(report.dimensions.map(({ change }) => change));
  return (
    <>
      <Section
        first
        notes={
          <p>
            <b>No score here compares the two people.</b> Only what they do together has a common scale.
          </p>
        }
      >
        {lowResponse === null ? null : (
          <div className="mb-4">
            <Notice>{lowResponse}</Notice>
          </div>
        )}
        <Summary sentences={summary} areas={report.dimensions.map(({ label }) => label)} />
      </Section>
      <Section
        title="As a team of two"
        legend={
          <ChartLegend
            of="pair"
            self={false}
            executives={report.dimensions.some(({ executives }) => executives?.kind === "shown")}
          />
        }
        notes={
          smallest === null ? null : (
            <p>
              With {report.answers} answers only changes above about {points(smallest)} points can be seen.
            </p>
          )
        }
      >
        <ResponsibilityProfile
          of="pair"
          dimensions={report.dimensions}
          withSelf={false}
          since={previousQuarter === null ? null : previousQuarter.slice(5)}
        />
      </Section>
      <Section title="What changed" notes={<ChangeNotes areas="three" />}>
        {trend.length > 0 ? (
          <div className="mb-5">
            <PairTrend panels={trend} />
            {slope === null ? null : <p className="mt-3 max-w-measure">{slope}</p>}
          </div>
        ) : null}
        <WhatChanged
          areas={report.dimensions}
          since={previousQuarter === null ? null : quarterLabel(previousQuarter)}
          sinceYear={yearQuarter === null ? null : quarterLabel(yearQuarter)}
          mix={mix}
        />
      </Section>
      {report.dimensions.some(({ self, partner }) => self !== null || partner !== null) ? (
        <Section title="How the two of you see it" notes={<p>Your own answers carry your names; engineers’ do not.</p>}>
          <AttributedViews
            dimensions={report.dimensions}
            columns={[
              { heading: "The CTO says", read: ({ self }) => self },
              { heading: "The VPoE says", read: ({ partner }) => partner },
            ]}
            caption="What the two leaders say with their names, beside the engineers' mean"
            verdict={perceptionSentence}
          />
        </Section>
      ) : null}
    </>
  );
}
