import type { OpeningCheck } from "@/domain/opening";
import type { SliceName } from "@/domain/roster";
import { Card } from "@/ui/kit/card";
import { dayOf } from "./closing-day";
import type { CycleView } from "./cycle-view";
import { FindingList } from "./finding-list";
import { InvitationCard, type InvitationPreview } from "./invitation-card";
import { NeverHereCard } from "./never-here-card";
import { OpenAction } from "./open-action";
import { PlanForm } from "./plan-form";
import { RemoveAction } from "./remove-action";
import { SlicesForm } from "./slices-form";
import { castsDays } from "./windows-day";
import { WindowsForm } from "./windows-form";

/** The check of a draft, the slice dimensions its roster has values for, and the mail that would go out. */
export type DraftCheck = OpeningCheck & { sliceChoices: readonly SliceName[]; invitation: InvitationPreview };

/** A draft: the anonymity check, its date, and the way to open it. */
export function DraftView({
  company,
  companyName,
  cycle,
  check,
  now,
}: {
  company: string;
  companyName: string;
  cycle: CycleView;
  check: DraftCheck;
  now: Date;
}) {
  const { timeZone, plannedOpensAt } = cycle;
  const opens = plannedOpensAt && plannedOpensAt > now ? plannedOpensAt : now;
  const invited = check.groups.reduce((sum, group) => sum + group.invited, 0);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.62fr)_minmax(0,1fr)]">
      <div className="grid gap-5">
        <Card title="Anonymity check">
          <p className="text-ink-2">What this roster does to anonymity, before anything is sent.</p>
          <FindingList findings={check.findings} />
          <p className="mt-4 text-xs text-ink-3">
            Something to change? <a href={`/${company}/setup`}>Set-up checklist</a> ·{" "}
            <a href={`/${company}/roster`}>Roster</a>
          </p>
        </Card>
        <InvitationCard {...check.invitation} />
        <NeverHereCard />
      </div>
      <div className="grid gap-5">
        <Card title="Next steps">
          <OpenAction
            company={company}
            companyName={companyName}
            quarter={cycle.quarter}
            invited={invited}
            mayOpen={check.mayOpen}
            castsFrom={cycle.castsFrom}
            timeZone={timeZone}
          />
          <RemoveAction company={company} quarter={cycle.quarter} />
        </Card>
        <Card title="Dates">
          <PlanForm
            company={company}
            quarter={cycle.quarter}
            opensOn={plannedOpensAt && dayOf(plannedOpensAt, timeZone)}
            closesOn={dayOf(cycle.closesAt, timeZone)}
            releaseOn={cycle.plannedReleaseAt && dayOf(cycle.plannedReleaseAt, timeZone)}
            seen={{ opensAt: plannedOpensAt, closesAt: cycle.closesAt, releaseAt: cycle.plannedReleaseAt }}
            problem={cycle.openingProblem}
            timeZone={timeZone}
          />
        </Card>
        <Card title="One sitting or two windows">
          <WindowsForm
            // A moved closing date moves what is possible here.
            key={cycle.closesAt.getTime()}
            company={company}
            quarter={cycle.quarter}
            closesAt={cycle.closesAt}
            castsFrom={cycle.castsFrom}
            castsOn={cycle.castsFrom && dayOf(cycle.castsFrom, timeZone)}
            days={castsDays(cycle.closesAt, opens, timeZone)}
            opensAt={plannedOpensAt}
            timeZone={timeZone}
          />
        </Card>
        <Card title="Team split">
          <SlicesForm
            company={company}
            quarter={cycle.quarter}
            choices={check.sliceChoices}
            chosen={cycle.sliceNames}
          />
        </Card>
      </div>
    </div>
  );
}
