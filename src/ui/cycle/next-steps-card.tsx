import { Card } from "@/ui/kit/card";
import { CloseAction } from "./close-action";
import type { CycleView } from "./cycle-view";
import { ReleaseAction } from "./release-action";
import { RemindAction } from "./remind-action";
import { reminderState } from "./remind-text";

const afterClosing = "After closing. The leaders read first; the board page follows 48 hours later.";

/** What the admin of an open or closed cycle can do next, each with its consequence. */
export function NextStepsCard({ company, cycle, now }: { company: string; cycle: CycleView; now: Date }) {
  const { quarter, phase, tallied, tooFew } = cycle;
  const few = cycle.groups.every(({ participation }) => participation.kind === "few");
  const consequence = tooFew
    ? "There is nothing to read. Released, the reports say so: withheld, for anyone."
    : phase === "open"
      ? afterClosing
      : tallied
        ? "The leaders read at once; the board page follows 48 hours later. It cannot be undone."
        : "Once the ballots are counted.";
  return (
    <Card title="Next steps">
      {phase === "open" ? (
        <>
          <RemindAction company={company} quarter={quarter} {...reminderState(cycle, now)} />
          <CloseAction company={company} quarter={quarter} few={few} />
        </>
      ) : null}
      <ReleaseAction
        company={company}
        quarter={quarter}
        consequence={consequence}
        mayRelease={phase === "closed" && tallied}
      />
    </Card>
  );
}
