import { releaseStage } from "@/domain/release";
import { manualReachesAll } from "@/domain/reminder";
import { windowAt, windowsOf } from "@/domain/windows";
import { Card } from "@/ui/kit/card";
import { BoardDelayForm } from "./board-delay-form";
import { CloseAction } from "./close-action";
import { dayOf } from "./closing-day";
import type { CycleView } from "./cycle-view";
import { HoldAction } from "./hold-action";
import { firstReleaseDay, plannedReleaseState } from "./planned-release";
import { PlannedReleaseForm } from "./planned-release-form";
import { PlannedRemindersAction } from "./planned-reminders-action";
import { ReleaseAction } from "./release-action";
import { RemindAction } from "./remind-action";
import { reminderState } from "./remind-text";

/** What a release would do, or why there is none yet. */
function releaseConsequence({ phase, tallied, tooFew, heldAt, boardDelayHours }: CycleView): string {
  if (heldAt) return "Held. Lift the hold first.";
  if (tooFew) return "There is nothing to read. Released, the reports say so: withheld, for anyone.";
  const board = `the board page follows ${boardDelayHours} hours later`;
  if (phase === "open") return `After closing. The leaders read first; ${board}.`;
  return tallied ? `The leaders read at once; ${board}. It cannot be undone.` : "Once the ballots are counted.";
}

/** What the admin of an opened cycle can do next, each with its consequence; nothing once the board reads. */
export function NextStepsCard({ company, cycle, now }: { company: string; cycle: CycleView; now: Date }) {
  const { quarter, phase, tallied, heldAt, boardDelayHours, castsFrom } = cycle;
  const window = windowAt(windowsOf(castsFrom), now);
  const few = cycle.groups.every(({ participation }) => participation.kind === "few");
  const released = phase === "released";
  if (releaseStage(cycle, now) === "board") return null;
  return (
    <Card title="Next steps">
      {phase === "open" ? (
        <>
          <RemindAction
            company={company}
            quarter={quarter}
            toAll={
              window === "casts" ? "sealing" : manualReachesAll(cycle.reminders, cycle.reminders.planned) && "last"
            }
            {...reminderState(cycle, now)}
          />
          <PlannedRemindersAction company={company} quarter={quarter} on={cycle.plannedReminders} />
          <CloseAction
            company={company}
            quarter={quarter}
            few={window === "claims" ? "nothing sealed" : few && "few collected"}
          />
        </>
      ) : null}
      {released ? null : (
        <ReleaseAction
          company={company}
          quarter={quarter}
          consequence={releaseConsequence(cycle)}
          mayRelease={phase === "closed" && tallied && heldAt === null}
          boardDelayHours={boardDelayHours}
        />
      )}
      {released || cycle.tooFew ? null : (
        <PlannedReleaseForm
          company={company}
          quarter={quarter}
          releaseOn={cycle.plannedReleaseAt && dayOf(cycle.plannedReleaseAt, cycle.timeZone)}
          releaseAt={cycle.plannedReleaseAt}
          firstDay={firstReleaseDay(cycle)}
          state={plannedReleaseState(cycle)}
          timeZone={cycle.timeZone}
        />
      )}
      {released ? null : <BoardDelayForm company={company} quarter={quarter} hours={boardDelayHours} />}
      {phase === "open" || (cycle.tooFew && !heldAt) ? null : (
        <HoldAction company={company} quarter={quarter} heldAt={heldAt} released={released} timeZone={cycle.timeZone} />
      )}
    </Card>
  );
}
