import { quarterLabel } from "@/domain/quarter";
import { seatLabel } from "@/domain/seat";
import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { LinkButton } from "@/ui/kit/link-button";
import { releaseSentence } from "@/ui/release/release-text";
import { PageHead } from "@/ui/shell/page-head";
import { StatementForm } from "./statement-form";

/** Where a leader writes the 100 words that stand on the board page, until the board reads it. */
export function StatementPage({ data }: { data: Outputs["statement"]["mine"] }) {
  const { company, quarter, seat, text, mayWrite, standing } = data;
  const report = `/${company.slug}/reports/${quarter.toLowerCase()}/${seat}`;
  return (
    <>
      <PageHead
        crumbs={["Reports", quarterLabel(quarter)]}
        title="Your 100 words"
        lede={releaseSentence(standing) ?? ""}
        actions={<LinkButton href={report}>Your report</LinkButton>}
      />
      <Card className="max-w-[720px]">
        {mayWrite ? (
          <StatementForm company={company.slug} quarter={quarter} seat={seat} text={text} />
        ) : (
          <div className="grid gap-3">
            <p className="text-ink-2">
              The board reads the page. {text ? "Your words stand on it as they are:" : "You added no words to it."}
            </p>
            {text ? <blockquote className="max-w-measure whitespace-pre-line">{text}</blockquote> : null}
          </div>
        )}
      </Card>
      <p className="mt-4 max-w-[720px] text-xs leading-normal text-ink-3">
        They stand on the board page of {quarterLabel(quarter)} under your name, as the {seatLabel[seat].short}. The
        other leader reads them from the release, the board from its moment on. Do not guess who wrote what.
      </p>
    </>
  );
}
