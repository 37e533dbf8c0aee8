import type { ReactNode } from "react";
import type { ReadComment } from "@/domain/comment";
import { perceptionSentence } from "@/domain/perception";
import { quarterLabel } from "@/domain/quarter";
import { ownProfile } from "@/domain/relative-profile";
import type { SeatReport } from "@/domain/report";
import type { CommentsWait } from "@/domain/report-options";
import { generalImpressionSentence } from "@/domain/report-words";
import { partnerOf, type Seat, seatLabel } from "@/domain/seat";
import { seenFrom } from "@/domain/trend";
import { HatchDefinition } from "@/ui/chart/hatch";
import { figures } from "@/ui/kit/figures";
import { Notice } from "@/ui/kit/notice";
import { PrintButton } from "@/ui/kit/print-button";
import { PageHead } from "@/ui/shell/page-head";
import { ReportWithheld, SeatVacant } from "./absent-report";
import { AttributedViews } from "./attributed-views";
import { ChartLegend } from "./chart-legend";
import { Comments } from "./comments";
import { differences } from "./difference";
import { DifferencesList } from "./differences-list";
import { EveryStatement } from "./every-statement";
import { ChangeNotes, OwnProfileNotes, PatternNotes, ProfileNotes, ReadingNotes } from "./leader-notes";
import { OwnProfile } from "./own-profile";
import type { PatternCard } from "./pattern-card";
import { PatternStrip } from "./pattern-strip";
import { ResponsibilityProfile } from "./responsibility-profile";
import { Section } from "./section";
import { SliceSection } from "./slice-section";
import { smallTeamSentence } from "./small-team";
import { Summary } from "./summary";
import { WhatChanged } from "./what-changed";

type Shown = Extract<SeatReport, { kind: "shown" }>;

export type LeaderReportProps = {
  company: string;
  report: SeatReport;
  comments: readonly ReadComment[];
  /** Comments that open later, by the company's choice. */
  commentsWait?: CommentsWait | null | undefined;
  /** The company's. */
  timeZone: string;
  /** What the leader can do with a comment, by its id. */
  commentAction?: ((commentId: string) => ReactNode) | undefined;
  /** Two or three sentences: strengths, marked changes, difference in view. */
  summary: readonly string[];
  cards: readonly PatternCard[];
  /** For example "2026-Q1"; null for the first report. */
  previousQuarter: string | null;
  /** The same quarter last year, where it is compared too. */
  yearQuarter?: string | null | undefined;
  /** What to know about who answered: a low share, people who came or went. */
  mix?: readonly string[] | undefined;
  lowResponse?: string | null | undefined;
  /** For example "1 to 19 June 2026". */
  period: string;
  /** A company may hide the names from the talk. */
  neutralLabelsOnly?: boolean | undefined;
  actions?: ReactNode;
  /** What the leader will do about it; the last part of the page. */
  plan?: ReactNode;
};

/** One calm page for one leader: what engineers see, in words, then marks, then digits. */
export function LeaderReport(props: LeaderReportProps) {
  const { report, company, period, actions, plan } = props;
  const title = `${seatLabel[report.seat].title}, ${quarterLabel(report.quarter)}`;
  return (
    <>
      <HatchDefinition />
      <PageHead
        crumbs={[company, "Reports", seatLabel[report.seat].title]}
        title={title}
        actions={
          <>
            {actions}
            {report.kind === "shown" ? <PrintButton /> : null}
          </>
        }
      >
        <div className="meta num">
          {report.kind === "shown" ? (
            <span>
              <b>{figures(`${report.answers} of ${report.invited}`)}</b> engineers answered about the{" "}
              {seatLabel[report.seat].short}
            </span>
          ) : null}
          <span>
            <b>{period}</b>
          </span>
          <span>For development. Not a basis for pay or dismissal.</span>
        </div>
      </PageHead>
      {report.kind === "vacant" ? <SeatVacant seat={report.seat} /> : null}
      {report.kind === "withheld" ? (
        <ReportWithheld about={`the ${seatLabel[report.seat].short}`} quarter={report.quarter} />
      ) : null}
      {report.kind === "shown" ? <ShownReport {...props} report={report} /> : null}
      {plan}
    </>
  );
}

function ShownReport({
  report,
  comments,
  commentsWait = null,
  timeZone,
  commentAction,
  summary,
  cards,
  previousQuarter,
  yearQuarter = null,
  mix = [],
  lowResponse = null,
  neutralLabelsOnly = false,
}: LeaderReportProps & { report: Shown }) {
  const seat: Seat = report.seat;
  const changes = report.dimensions.map(({ change }) => change);
  const small = smallTeamSentence(report.answers, report.invited, changes);
  const smallest = seenFrom(changes);
  const differ = differences(report.dimensions, report.patterns);
  const compared = [...report.dimensions, ...report.patterns].some(({ gap }) => gap !== null);
  const withExecutives = report.dimensions.some(({ executives }) => executives?.kind === "shown");
  const profile = ownProfile(report.dimensions);
  const areas = [
    ...report.dimensions.map(({ label }) => label),
    ...report.patterns.map(({ neutralLabel }) => neutralLabel),
  ];
  return (
    <>
      <Section first notes={<ReadingNotes />}>
        {[small, lowResponse].map((sentence) =>
          sentence === null ? null : (
            <div key={sentence} className="mb-4">
              <Notice>{figures(sentence)}</Notice>
            </div>
          ),
        )}
        <Summary sentences={summary} areas={areas} />
      </Section>
      <Section
        title="What the role asks for"
        legend={<ChartLegend of={seat} self executives={withExecutives} />}
        notes={<ProfileNotes smallest={smallest} answers={report.answers} first={previousQuarter === null} />}
      >
        <ResponsibilityProfile
          of={seat}
          dimensions={report.dimensions}
          withSelf
          since={previousQuarter === null ? null : previousQuarter.slice(5)}
        />
        {report.generalImpression ? <p className="mt-4 max-w-measure">{generalImpressionSentence}</p> : null}
      </Section>
      <Section
        title="Five ways the role goes wrong"
        legend={<span>Stronger colour means more often. Dashed: the interval crosses a band edge.</span>}
        notes={<PatternNotes cards={neutralLabelsOnly ? [] : cards} />}
      >
        <PatternStrip patterns={report.patterns} cards={cards} neutralOnly={neutralLabelsOnly} />
      </Section>
      <Section
        title="Where you and your engineers differ"
        notes={
          <>
            <p>
              Listed when the difference is at least 12.5 points, half a step on the scale, and your answer lies outside
              the band.
            </p>
            {differ.length > 0 && !differ.some(({ hiddenStrength }) => hiddenStrength) ? (
              <p>No hidden strengths this quarter: nowhere do your engineers see you clearly better than you do.</p>
            ) : null}
          </>
        }
      >
        <DifferencesList of={seat} differences={differ} compared={compared} />
      </Section>
      {report.dimensions.some(({ partner }) => partner !== null) ? (
        <Section
          title={`How the ${seatLabel[partnerOf(seat)].short} sees it`}
          notes={<p>Not anonymous: the other leader answered with their name, and knew that you would read it.</p>}
        >
          <AttributedViews
            dimensions={report.dimensions}
            columns={[
              { heading: `The ${seatLabel[partnerOf(seat)].short} says`, read: ({ partner }) => partner },
              { heading: "You say", read: ({ self }) => self },
            ]}
            caption="What the other leader says with their name, beside your own answer and the engineers' mean"
            verdict={perceptionSentence}
          />
        </Section>
      ) : null}
      {profile === null ? null : (
        <Section title="Your own profile" notes={<OwnProfileNotes />}>
          <OwnProfile of={seat} mean={profile.mean} areas={profile.areas} />
        </Section>
      )}
      {(report.slices ?? []).map((slice) => (
        <SliceSection key={slice.name} of={seat} slice={slice} report={report} />
      ))}
      <EveryStatement report={report} />
      <Section
        title="In their own words"
        notes={
          commentsWait ? null : report.comments.kind === "shown" ? (
            <p>
              Shown because at least 10 engineers answered. Shuffled, without team or date, in the writer’s own words.
              Read them for what to do, not for who wrote them.
            </p>
          ) : (
            <p>Answers exist; comments are not opened below 10.</p>
          )
        }
      >
        <Comments
          state={report.comments}
          comments={comments}
          wait={commentsWait}
          timeZone={timeZone}
          action={commentAction}
        />
      </Section>
      <Section title="What changed" notes={<ChangeNotes />}>
        <WhatChanged
          areas={[...report.dimensions, ...report.patterns]}
          since={previousQuarter === null ? null : quarterLabel(previousQuarter)}
          sinceYear={yearQuarter === null ? null : quarterLabel(yearQuarter)}
          mix={mix}
        />
      </Section>
    </>
  );
}
