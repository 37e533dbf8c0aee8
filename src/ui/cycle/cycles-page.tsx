import type { GlanceQuarter } from "@/domain/glance";
import { quarterAfter, quarterLabel, quarterOf } from "@/domain/quarter";
import type { Outputs } from "@/trpc/outputs";
import { EventsCard } from "@/ui/event/events-card";
import { Card } from "@/ui/kit/card";
import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import { AgendaCard } from "@/ui/plan/agenda-card";
import { TemplateForm } from "@/ui/plan/template-form";
import { PageHead } from "@/ui/shell/page-head";
import { closingDays, freeQuarters } from "./closing-day";
import { CycleForm } from "./cycle-form";
import { CycleList } from "./cycle-list";
import type { CycleLine } from "./cycle-view";
import { GlanceCard } from "./glance-card";

/** Quarters that a board page of now can show: this one and the seven before it. */
const shownQuarters = (now: Date) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((steps) => {
    const quarter = quarterAfter(quarterOf(now), -steps);
    return { value: quarter, label: quarterLabel(quarter) };
  });

/** The cycles of a company and the form for a new one. */
export function CyclesPage({
  company,
  cycles,
  glance,
  events,
  plan,
  now,
}: {
  company: string;
  cycles: readonly CycleLine[];
  glance: readonly GlanceQuarter[];
  events: Outputs["event"]["list"];
  plan: Outputs["plan"]["get"];
  now: Date;
}) {
  const quarters = freeQuarters(
    now,
    cycles.map(({ quarter }) => quarter),
  );
  const empty = cycles.length === 0;
  return (
    <>
      <PageHead
        title="Cycles"
        lede="One a quarter: draft, open, closed, released. Never back, and never skipping a phase."
        actions={empty ? null : <LinkButton href={`/${company}/setup`}>Set-up checklist</LinkButton>}
      />
      <div className="grid gap-5">
        {empty ? (
          <EmptyState
            title="No cycle yet. A first one takes about 20 minutes to set up."
            action={
              <LinkButton variant="primary" href={`/${company}/setup`}>
                Start the set-up
              </LinkButton>
            }
          >
            Company, leaders and roster come first; the cycle itself is a quarter and a closing date.
          </EmptyState>
        ) : (
          <CycleList company={company} cycles={cycles} timeZone={plan.timeZone} />
        )}
        {empty ? null : <AgendaCard company={company} plan={plan} now={now} />}
        {glance.length > 0 ? <GlanceCard quarters={glance} /> : null}
        {quarters.length > 0 ? (
          <Card title="Draft a new cycle">
            <p className="mb-4 text-ink-2">No engineer is written to until you open it.</p>
            <CycleForm
              company={company}
              quarters={quarters}
              days={closingDays(now, plan.timeZone)}
              timeZone={plan.timeZone}
            />
          </Card>
        ) : null}
        {empty ? null : (
          <Card title="Every quarter by template">
            <TemplateForm
              company={company}
              template={plan.template}
              timeZone={plan.timeZone}
              sliceChoices={plan.sliceChoices}
              sliceFindings={plan.sliceFindings}
            />
          </Card>
        )}
        {empty ? null : <EventsCard company={company} events={events} quarters={shownQuarters(now)} />}
      </div>
    </>
  );
}
