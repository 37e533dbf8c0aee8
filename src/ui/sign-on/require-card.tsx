import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";
import { RequireForm } from "./require-form";

/** Whether members enter through the provider only, who may still come by mail, and whom that would leave outside. */
export function RequireCard({ signOn }: { signOn: Outputs["signOn"]["get"] }) {
  const { company, required, breakGlass, admins, outside, cameThroughIt } = signOn;
  const named = admins.filter(({ id }) => breakGlass.includes(id));
  const lockedOut = outside.filter(({ id }) => !breakGlass.includes(id));
  return (
    <Card title="Require single sign-on" className="grid gap-4">
      <p>{required ? <Tag tone="ok">Required</Tag> : <Tag>Not required</Tag>}</p>
      <p className="max-w-measure text-ink-2">
        When it is required, your pages open only to people who came through your provider. One or two admins whom you
        name may still come by a link from a mail, for the day the provider is down; each time stands in the audit log.
        People who are also in other companies go on entering those. Ballots open from their invitations as before.
      </p>
      {required && named.length === 0 ? (
        <Notice tone="caution" title="Nobody who is named is an admin any more.">
          <p>If the provider fails, nobody can enter. Name one or two admins again.</p>
        </Notice>
      ) : null}
      {lockedOut.length > 0 ? (
        <Notice tone="caution" title="These people have a role, and an address outside the verified domains.">
          <p>{required ? "They cannot enter now." : "They could no longer enter."}</p>
          <ul className="list-disc pl-5">
            {lockedOut.map(({ id, name, email }) => (
              <li key={id} className="wrap-anywhere">
                {name}, {email}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {cameThroughIt || required ? null : (
        <Notice title="Sign in through your provider first.">
          <p>
            Only an admin who came through it can require it, so nobody locks themselves out.{" "}
            <a href={`/sign-in?company=${company.slug}&next=/${company.slug}/settings/single-sign-on`}>
              Sign in through it now
            </a>
          </p>
        </Notice>
      )}
      {required && !cameThroughIt ? (
        <Notice title="You came by mail.">
          <p>You can stop requiring single sign-on. Who may come by mail is changed by an admin who came through it.</p>
        </Notice>
      ) : null}
      <RequireForm
        company={company}
        required={required}
        admins={admins}
        breakGlass={named.map(({ id }) => id)}
        cameThroughIt={cameThroughIt}
      />
    </Card>
  );
}
