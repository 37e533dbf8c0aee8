import { quarterLabel } from "@/domain/quarter";
import { type Announced, AnnouncedCard } from "@/ui/commitment/announced-card";
import { dayText, momentInZones, momentText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { EmptyState } from "@/ui/kit/empty-state";
import { releaseSentence } from "@/ui/release/release-text";
import { PageHead } from "@/ui/shell/page-head";
import { MyBallot } from "./my-ballot";
import { type Overview, part, type SetupState } from "./overview";
import { reportLinks } from "./report-links";
import { SelfRatingCard } from "./self-rating-card";
import { SetupCard } from "./setup-card";

/** Where a closed cycle stands, for everybody: of a hold only leaders and admins are told, above. */
function publicStanding({
  phase,
  standing: { stage, releasedAt, boardAt, timeZone },
}: Overview["cycles"][number]): string {
  if (phase !== "released") return stage === "counting" ? "closed, being counted" : "closed, counted";
  const on = releasedAt ? ` on ${dayText(releasedAt, timeZone)}` : "";
  if (stage === "board") return `released to the leaders${on}, then to the board`;
  return boardAt
    ? `released to the leaders${on}, the board reads from ${dayText(boardAt, timeZone)}`
    : `released to the leaders${on}`;
}

/** What is open for the person who looks, and nothing else. */
export function OverviewPage({
  overview,
  announced,
  setup,
  contact,
}: {
  overview: Overview;
  /** What the leaders shared after the last reports. */
  announced: Announced;
  setup: SetupState | null;
  contact: string | null;
}) {
  const { company, openCycle, invited, mySeats } = overview;
  const reports = reportLinks(overview);
  const rates = openCycle !== null && mySeats.length > 0;
  const closed = overview.cycles.filter((cycle) => cycle.phase !== "open");
  const nothing = !(openCycle && invited) && !rates && !setup && reports.length === 0;
  return (
    <>
      <PageHead
        title={company.name}
        lede={
          openCycle
            ? `${quarterLabel(openCycle.quarter)} is open until ${momentInZones(openCycle.closesAt, openCycle.zones)}.`
            : "No cycle is open now."
        }
      />
      <div className="grid max-w-[720px] gap-5">
        {openCycle && invited ? (
          <MyBallot
            company={company.slug}
            claimed={overview.claimed}
            cycle={openCycle}
            contact={contact}
            publicHref={`/verify/${openCycle.name}`}
          />
        ) : null}
        {rates ? (
          <SelfRatingCard
            href={`/${company.slug}/cycles/${part(openCycle.quarter)}/self`}
            due={overview.selfRatingDue}
            main={!invited || overview.claimed}
            closesAt={openCycle.closesAt}
            timeZone={openCycle.zones.company}
          />
        ) : null}
        {setup ? <SetupCard slug={company.slug} setup={setup} /> : null}
        {reports.length > 0 ? (
          <Card title="Reports">
            <ul>
              {reports.map(({ quarter, links, standing }) => (
                <li
                  key={quarter}
                  className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line py-2.5 first:border-t-0"
                >
                  <span className="num w-full font-medium sm:w-20">{quarterLabel(quarter)}</span>
                  {links.map(({ href, label }) => (
                    <a key={href} href={href} aria-label={`${label}, ${quarterLabel(quarter)}`}>
                      {label}
                    </a>
                  ))}
                  {standing.stage === "board" ? null : (
                    <span className="num w-full text-xs leading-normal text-ink-3 sm:pl-[100px]">
                      {links.length === 0 && standing.boardAt
                        ? `The leaders read this page first. It opens for you on ${momentText(standing.boardAt, standing.timeZone)}.`
                        : releaseSentence(standing)}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        <AnnouncedCard announced={announced} />
        {nothing ? (
          <EmptyState title="Nothing is open for you now.">
            <p>
              When a cycle opens and you are on its roster, your invitation comes by mail. You need not look here for
              it.
            </p>
          </EmptyState>
        ) : null}
        {closed.length > 0 ? (
          <Card title="Public records">
            <p className="mb-1 text-ink-2">With your receipt you can check that your ballot was counted unchanged.</p>
            <ul>
              {closed.map((cycle) => (
                <li key={cycle.name} className="border-t border-line py-2.5 first:border-t-0">
                  <a href={`/verify/${cycle.name}`}>{quarterLabel(cycle.quarter)}</a>
                  <span className="num text-ink-3"> · {publicStanding(cycle)}</span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        <p className="text-xs text-ink-3">
          <a href={`/${company.slug}/your-data`}>Your data</a>: everything kept here about you, as a file.
        </p>
      </div>
    </>
  );
}
