import { quarterLabel } from "@/domain/quarter";
import { type Seat, seatLabel } from "@/domain/seat";
import { Card } from "@/ui/kit/card";
import { WithheldBox } from "@/ui/kit/withheld-box";

/** Fewer than 5 answered about a seat, or about the two: there is no result, for anyone. */
export function ReportWithheld({ about, quarter }: { about: string; quarter: string }) {
  return (
    <Card className="grid mb-8 max-w-[760px] gap-3">
      <div>
        <WithheldBox>Withheld: fewer than 5 answers</WithheldBox>
      </div>
      <p className="max-w-measure text-ink-2">
        Fewer than 5 engineers answered about {about}, so there is no result for {quarterLabel(quarter)}, for anyone.
        Their ballots were destroyed unread. Nothing is wrong; the group is small.
      </p>
    </Card>
  );
}

/** The seat keeps its place; the page does not close the gap. */
export function SeatVacant({ seat }: { seat: Seat }) {
  const { short } = seatLabel[seat];
  const other = seat === "cto" ? "VPoE" : "CTO";
  return (
    <Card className="mb-8 max-w-[760px]">
      <h2>The {short} seat is vacant</h2>
      <p className="mt-1 max-w-measure text-ink-2">
        Engineers rate the {other} only. “Who mostly does what” still asks about all ten activities, so that you can see
        who carries the {short}’s duties meanwhile.
      </p>
    </Card>
  );
}
