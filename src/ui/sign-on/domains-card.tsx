import { dayInWords } from "@/domain/day-words";
import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";
import { VerifyDomain } from "./verify-domain";

/** Which mail domains the provider may speak for, and the record that proves each. */
export function DomainsCard({ company, domains }: { company: string; domains: Outputs["signOn"]["get"]["domains"] }) {
  return (
    <Card title="Domains" className="grid gap-4">
      <p className="max-w-measure text-ink-2">
        Your provider may sign in people of verified domains only. Add the TXT record to the DNS of a domain, then
        verify it here. The domains themselves are set under <a href={`/${company}/settings/company`}>Company</a>.
      </p>
      <ul>
        {domains.map(({ domain, record, verifiedOn, missingSince }) => (
          <li key={domain} className="grid gap-3 border-t border-line py-4 first:border-t-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium wrap-anywhere">{domain}</span>
              {verifiedOn ? <Tag tone="ok">Verified on {dayInWords(verifiedOn)}</Tag> : <Tag>Not verified</Tag>}
            </p>
            {missingSince ? (
              <Notice tone="caution" title={`Its record has not been found since ${dayInWords(missingSince)}.`}>
                People of this domain still sign in. Put the record back, or forget the domain if it is no longer yours.
              </Notice>
            ) : null}
            {verifiedOn && !missingSince ? null : (
              <dl className="grid gap-x-4 gap-y-1 text-xs sm:grid-cols-[96px_minmax(0,1fr)]">
                <dt className="text-ink-3">TXT record</dt>
                <dd className="font-mono wrap-anywhere">{record.name}</dd>
                <dt className="text-ink-3">Value</dt>
                <dd className="font-mono wrap-anywhere">{record.value}</dd>
              </dl>
            )}
            <VerifyDomain
              company={company}
              domain={domain}
              verified={verifiedOn !== null}
              missing={missingSince !== null}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
