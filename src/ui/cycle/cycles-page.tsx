import { Card } from "@/ui/kit/card";
import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import { PageHead } from "@/ui/shell/page-head";
import { closingDays, freeQuarters } from "./closing-day";
import { CycleForm } from "./cycle-form";
import { CycleList } from "./cycle-list";
import type { CycleLine } from "./cycle-view";

/** The cycles of a company and the form for a new one. */
export function CyclesPage({ company, cycles, now }: { company: string; cycles: readonly CycleLine[]; now: Date }) {
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
          <CycleList company={company} cycles={cycles} />
        )}
        {quarters.length > 0 ? (
          <Card title="Draft a new cycle">
            <p className="mb-4 text-ink-2">No engineer is written to until you open it.</p>
            <CycleForm company={company} quarters={quarters} days={closingDays(now)} />
          </Card>
        ) : null}
      </div>
    </>
  );
}
