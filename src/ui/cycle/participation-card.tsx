import type { Participation } from "@/domain/cycle";
import { Ladder } from "@/ui/chart/ladder";
import { Card } from "@/ui/kit/card";

/** How many ballots were collected, in steps of 5 %, and what that many answers would allow. */
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
  const percent = participation.kind === "shown" ? participation.percent : null;
  return (
    <Card title="Participation">
      {percent === null ? (
        <p className="py-1 text-md font-semibold">Fewer than 5 ballots collected.</p>
      ) : (
        <p className="num text-[2.5rem] leading-[1.1] font-semibold tracking-[-0.03em]">
          {percent === 0 ? "Under 5" : percent} %
        </p>
      )}
      <p className="mt-0.5 mb-2.5 text-ink-2">
        {percent === null
          ? `${invited} people are invited. From 5 collected ballots the share is shown here, in steps of 5 %.`
          : "of ballots collected. Shown in steps of 5 %."}
      </p>
      <Ladder invited={invited} percent={percent} />
      <p className="mt-3 text-xs leading-normal text-ink-3">
        {final ? "Collecting is over: this number does not grow any more. " : null}A collected ballot may not be sent
        yet; only the engineer’s browser knows. The exact number of answers appears at release.
      </p>
    </Card>
  );
}
