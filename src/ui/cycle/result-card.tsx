import { disputeDays } from "@/domain/cycle";
import { quarterLabel } from "@/domain/quarter";
import { Card } from "@/ui/kit/card";
import { TermList } from "@/ui/kit/term-list";
import { WithheldBox } from "@/ui/kit/withheld-box";
import type { CycleView } from "./cycle-view";
import { momentText } from "./dates";
import { destroyAt } from "./phase-text";
import { WaitForCycle } from "./wait-for-cycle";

/** What came of a closed cycle: being counted, withheld, waiting, or released, with who can read it from when. */
export function ResultCard({ company, cycle, now }: { company: string; cycle: CycleView; now: Date }) {
  const { quarter, closedAt, releasedAt, boardAt, heldAt, destroyedAt, tallied, tooFew, name, timeZone } = cycle;
  if (!tallied) {
    return (
      <Card title="Result">
        <WaitForCycle company={company} quarter={quarter} until="counted" message="Ballots are being counted…" />
        <p className="mt-2 text-xs leading-normal text-ink-3">
          They are opened in memory, shuffled and reduced to a report. No single answer is kept.
        </p>
      </Card>
    );
  }
  const lines: { label: string; text: string }[] = [];
  if (releasedAt)
    lines.push({ label: "Leaders", text: `Can read their reports since ${momentText(releasedAt, timeZone)}` });
  if (heldAt && releasedAt)
    lines.push({ label: "Board", text: `Held since ${momentText(heldAt, timeZone)}: its clock stands still` });
  else if (boardAt)
    lines.push({
      label: "Board",
      text: `${boardAt <= now ? "Can read its page since" : "Can read its page from"} ${momentText(boardAt, timeZone)}`,
    });
  if (!tooFew) lines.push({ label: "Engineers", text: "Can check on the public page that their ballot was counted" });
  if (destroyedAt)
    lines.push({ label: "Ballots", text: `Destroyed with their keys on ${momentText(destroyedAt, timeZone)}` });
  else if (closedAt && !tooFew) {
    lines.push({
      label: "Ballots",
      text: `Sealed until disputes end; destroyed with their keys after ${momentText(destroyAt(closedAt), timeZone)}`,
    });
  }
  return (
    <Card title="Result">
      {tooFew ? (
        <div className="mt-2">
          <WithheldBox row>
            Fewer than 5 engineers answered, so there is no result for {quarterLabel(quarter)}, for anyone. Their
            ballots were destroyed unread.
          </WithheldBox>
        </div>
      ) : (
        <p className="text-ink-2">
          {releasedAt
            ? "The reports are with those who may read them. As an admin you read none."
            : `The reports are computed. Each leader can preview their own; nobody else reads any. Ballots stay sealed for ${disputeDays} days of disputes.`}
        </p>
      )}
      <TermList lines={lines} />
      <p className="mt-1 text-xs">
        <a href={`/verify/${name}`}>Exact counts and the list of receipts</a>
      </p>
    </Card>
  );
}
