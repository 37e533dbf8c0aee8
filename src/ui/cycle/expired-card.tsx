import { publicRecordCycles } from "@/domain/retention";
import { Card } from "@/ui/kit/card";
import { TermList } from "@/ui/kit/term-list";
import { WithheldBox } from "@/ui/kit/withheld-box";
import { dateText } from "./dates";

/** A cycle whose results were deleted by age: what is gone, and what stays for how long. */
export function ExpiredCard({
  company,
  name,
  expiredAt,
  timeZone,
}: {
  company: string;
  name: string;
  expiredAt: Date;
  timeZone: string;
}) {
  const lines = [
    {
      label: "Gone",
      text: "Reports, comments, self-ratings, commitments, words and links for the board, the roster and the notes on its mails. Nobody can bring them back.",
    },
    {
      label: "Stays",
      text: `The public record, with fingerprint, exact counts and the list of receipts, until ${publicRecordCycles} newer cycles are closed; and what admins did, in the audit log.`,
    },
    { label: "Trends", text: "Newer reports keep what they said about a change since this quarter." },
  ];
  return (
    <Card title="Result">
      <div className="mt-2">
        <WithheldBox row>The results of this cycle were deleted by age on {dateText(expiredAt, timeZone)}.</WithheldBox>
      </div>
      <TermList lines={lines} />
      <p className="mt-1 flex flex-wrap gap-x-5 text-xs">
        <a href={`/verify/${name}`}>Exact counts and the list of receipts</a>
        <a href={`/${company}/settings/retention`}>How long results are kept</a>
      </p>
    </Card>
  );
}
