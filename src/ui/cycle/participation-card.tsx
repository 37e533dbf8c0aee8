import { type Participation, stepsFrom } from "@/domain/participation";
import { HatchDefinition } from "@/ui/chart/hatch";
import { Ladder } from "@/ui/chart/ladder";
import { Card } from "@/ui/kit/card";
import { figures } from "@/ui/kit/figures";

const figure = "num text-[2.5rem] leading-[1.1] font-semibold tracking-[-0.03em]";

/** How many ballots were collected, as far as it may be told, and what that many answers would allow. */
export function ParticipationCard({
  invited,
  participation,
  final,
}: {
  invited: number;
  participation: Participation;
  /** The second of two windows: no more ballots can be collected. */
  final: boolean;
}) {
  const small = invited < stepsFrom;
  const percent = participation.kind === "steps" ? participation.percent : null;
  const enough = participation.kind === "enough";
  const noShare = `${invited} people are invited. In so small a group a share would be a head count, so while the cycle is open it is told only whether 5 have collected a ballot.`;
  return (
    <Card title="Participation">
      <HatchDefinition />
      {percent !== null ? (
        <p className={figure}>{percent === 0 ? "Under 5" : percent}&nbsp;%</p>
      ) : enough ? (
        <p className={figure}>At least 5</p>
      ) : (
        <p className="py-1 text-md font-semibold">Fewer than 5 ballots collected.</p>
      )}
      <p className="mt-0.5 mb-2.5 text-ink-2">
        {percent !== null
          ? figures("of ballots collected. Shown in steps of 5 %.")
          : enough
            ? `ballots collected. ${noShare}`
            : small
              ? noShare
              : figures(
                  `${invited} people are invited. From 5 collected ballots the share is shown here, in steps of 5 %.`,
                )}
      </p>
      <Ladder invited={invited} percent={percent} enough={enough} />
      <p className="mt-3 text-xs leading-normal text-ink-3">
        {final ? "Collecting is over: this number does not grow any more. " : null}A collected ballot may not be sent
        yet; only the engineer’s browser knows. The exact number of answers appears at release.
      </p>
    </Card>
  );
}
