import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { LinkButton } from "@/ui/kit/link-button";
import { PageHead } from "@/ui/shell/page-head";

type OwnData = Pick<
  Outputs["rights"]["ownData"],
  "company" | "contact" | "notHere" | "membership" | "seats" | "rosters" | "mails" | "ratings" | "commitments"
> &
  Pick<Outputs["rights"]["ownData"], "boardWords" | "namedInReports" | "auditLog" | "signIn">;

/** Counts of what the file holds, those that are not nothing. */
function contentsOf(data: OwnData): [string, number][] {
  const lines: [string, number][] = [
    ["Membership: name, address, roles, group and team", 1],
    ["Seats held", data.seats.length],
    ["Rosters you were on", data.rosters.length],
    ["Mails sent to you, and how that went", data.mails.length],
    ["Your own ratings, which carry your name", data.ratings.length],
    ["Your commitments", data.commitments.length],
    ["Your words for the board", data.boardWords.length],
    ["Reports that name you as leader", data.namedInReports.length],
    ["Lines of the audit log that you caused", data.auditLog.length],
    ["Devices signed in", data.signIn.sessions.count],
  ];
  return lines.filter(([, count]) => count > 0);
}

/** What is held about the reader, what is not, and whom to ask for more. */
export function OwnDataPage({ data }: { data: OwnData }) {
  return (
    <>
      <PageHead
        crumbs={["Overview"]}
        title="Your data"
        lede={`Everything ${data.company.name} keeps here about you, ${data.membership.email}.`}
        actions={
          <LinkButton href={`/${data.company.slug}/your-data/file`} download>
            Download as a file
          </LinkButton>
        }
      />
      <div className="grid max-w-[720px] gap-5">
        <Card title="In the file">
          <ul>
            {contentsOf(data).map(([label, count]) => (
              <li key={label} className="flex justify-between gap-4 border-t border-line py-2 first:border-t-0">
                <span>{label}</span>
                <span className="num text-ink-2">{count}</span>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="Not in the file, because it is not there">
          <ul>
            {data.notHere.map((sentence) => (
              <li key={sentence} className="border-t border-line py-2 text-ink-2 first:border-t-0">
                {sentence}
              </li>
            ))}
          </ul>
        </Card>
        <Card title="To be erased">
          <p className="text-ink-2">
            Write to <a href={`mailto:${data.contact}`}>{data.contact}</a>. An admin then replaces your name and address
            by “Former member” wherever they are kept here. Results you took part in stay as they are: they do not know
            who answered.
          </p>
        </Card>
      </div>
    </>
  );
}
