import type { ReactNode } from "react";
import { quarterLabel } from "@/domain/quarter";
import { raterGroupLabel } from "@/domain/rater-group";
import { dateText, momentText } from "@/ui/cycle/dates";
import { WithheldBox } from "@/ui/kit/withheld-box";
import { CheckReceipt } from "./check-receipt";
import { CheckWithoutUs } from "./check-without-us";
import { Counts } from "./counts";
import { Destruction } from "./destruction";
import type { PublicRecord } from "./public-record";
import { ReceiptList } from "./receipt-list";
import { WindowsOfRecord } from "./windows-of-record";

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid gap-3 border-t border-line py-7">
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

const phaseSentence = ({ phase, closesAt, closedAt, timeZone }: PublicRecord): string =>
  phase === "open"
    ? `Open until ${momentText(closesAt, timeZone)}.`
    : `Closed on ${dateText(closedAt ?? closesAt, timeZone)}.`;

const notYet = ({ phase, closesAt, timeZone }: PublicRecord): string =>
  phase === "open"
    ? `Shown after closing, on ${dateText(closesAt, timeZone)}.`
    : "The ballots are being counted. Look again in a few minutes.";

/** The public record of a cycle: what anybody can check without an account. */
export function VerifyPage({
  record,
  name,
  disputeDays,
  page,
  now,
}: {
  record: PublicRecord;
  name: string;
  disputeDays: number;
  page: number;
  now: Date;
}) {
  const { ledger } = record;
  return (
    <article>
      <div className="mb-7">
        <h1>
          {record.companyName}, {quarterLabel(record.quarter)}
        </h1>
        <p className="lede">
          <span className="num">
            Opened on {dateText(record.opensAt, record.timeZone)}. {phaseSentence(record)}
          </span>{" "}
          This page is public and the same for everyone. It names nobody.
        </p>
      </div>
      <Section id="fingerprint" title="Eight words that are the same for everyone">
        <p className="text-ink-2">
          They stand in every invitation. If the words in your mail differ, you were given a marked ballot: do not
          answer, tell <b className="font-medium text-ink">{record.contact}</b>.
        </p>
        <p className="rounded-md bg-sunken px-4 py-3 font-mono text-base">{record.words.join(" ")}</p>
        <p className="text-xs text-ink-3">
          They are the first 88 bits of this fingerprint of the cycle’s rules (SHA-256):
          <span className="mt-1 block font-mono text-ink-2 wrap-anywhere">{record.manifestHash}</span>
        </p>
      </Section>
      <Section id="windows" title={record.castsFrom ? "Two windows" : "One sitting"}>
        <WindowsOfRecord castsFrom={record.castsFrom} closesAt={record.closesAt} timeZone={record.timeZone} />
      </Section>
      <Section id="counts" title="Nobody added voices">
        {ledger ? (
          <Counts ledger={ledger} contact={record.contact} />
        ) : (
          <>
            <p className="num">
              {record.groups
                .map(({ group, invited }) => `${raterGroupLabel[group].many}: ${invited} invited`)
                .join(" · ")}
            </p>
            <div>
              <WithheldBox>{notYet(record)}</WithheldBox>
            </div>
          </>
        )}
      </Section>
      <Section id="receipts" title="Receipts of the accepted ballots">
        {ledger ? (
          <>
            <CheckReceipt cycle={name} root={ledger.root} contact={record.contact} />
            <ReceiptList leaves={ledger.leaves} page={page} href={`/verify/${name}`} />
          </>
        ) : (
          <div>
            <WithheldBox>{notYet(record)}</WithheldBox>
          </div>
        )}
      </Section>
      <Section id="destruction" title="What is destroyed, and when">
        <Destruction record={record} disputeDays={disputeDays} now={now} />
      </Section>
      <Section id="download" title="Check it without this site">
        <CheckWithoutUs record={record} name={name} />
      </Section>
    </article>
  );
}
