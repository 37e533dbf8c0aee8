import { dayInWords } from "@/domain/day-words";
import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";
import { PageHead } from "@/ui/shell/page-head";
import { CheckSignOn } from "./check-sign-on";
import { DomainsCard } from "./domains-card";
import { RemoveSignOn } from "./remove-sign-on";
import { RequireCard } from "./require-card";
import { SignOnForm } from "./sign-on-form";

type SignOn = Outputs["signOn"]["get"];

/** In a word or two how the provider stands. */
function Status({ connection, usable }: Pick<SignOn, "connection" | "usable">) {
  if (!connection) return <Tag>Not set up</Tag>;
  if (connection.problem) return <Tag tone="error">A problem</Tag>;
  if (!usable) return <Tag tone="warn">No verified domain</Tag>;
  return connection.checkedOn ? <Tag tone="ok">Working</Tag> : <Tag tone="warn">Not checked yet</Tag>;
}

/** How a company's people sign in through its own provider. */
export function SignOnPage({ signOn }: { signOn: SignOn }) {
  const { company, connection, callbackUrl } = signOn;
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Single sign-on"
        lede="Your people sign in through your own OpenID Connect provider. Ballots need no sign-in and are not touched by it."
      />
      <div className="grid max-w-[720px] gap-5">
        <Card title="Provider" className="grid gap-4">
          <p className="flex flex-wrap items-center gap-2">
            <Status connection={connection} usable={signOn.usable} />
            {connection?.checkedOn ? (
              <span className="num text-xs text-ink-3">
                Last checked without a problem on {dayInWords(connection.checkedOn)}
              </span>
            ) : null}
          </p>
          {connection?.problem ? (
            <Notice tone="caution" title="What last went wrong">
              <p className="wrap-anywhere">{connection.problem}</p>
              {connection.problemOn ? <p className="num text-xs">{dayInWords(connection.problemOn)}</p> : null}
            </Notice>
          ) : null}
          <div>
            <p className="font-medium">Redirect address to register at the provider</p>
            <p className="mt-1 rounded-md bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere">{callbackUrl}</p>
          </div>
          <SignOnForm company={company.slug} connection={connection} />
          {connection ? <CheckSignOn company={company.slug} /> : null}
        </Card>
        <DomainsCard company={company.slug} domains={signOn.domains} />
        {connection ? <RequireCard signOn={signOn} /> : null}
        {connection ? <RemoveSignOn company={company.slug} required={signOn.required} /> : null}
      </div>
    </>
  );
}
