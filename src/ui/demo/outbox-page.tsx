import { usualTimeZone } from "@/domain/time-zone";
import { momentText } from "@/ui/cycle/dates";
import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import { PageHead } from "@/ui/shell/page-head";
import { DemoBanner } from "./demo-banner";
import { MailView } from "./mail-view";
import type { OutboxMail } from "./outbox-mail";

/** The mail that the demo would have sent: a list, and one mail as it would look. Both choices are in the address. */
export function OutboxPage({
  mails,
  chosenId,
  to,
}: {
  mails: readonly OutboxMail[];
  chosenId: string | null;
  to: string | null;
}) {
  const shown = to === null ? mails : mails.filter((mail) => mail.to === to);
  const chosen = shown.find((mail) => mail.id === chosenId) ?? shown[0];
  const address = (id: string) => `/dev/outbox?${new URLSearchParams({ ...(to === null ? {} : { to }), mail: id })}`;
  return (
    <>
      <DemoBanner />
      <PageHead
        title="Outbox"
        {...(to === null ? {} : { lede: `Mail to ${to}` })}
        actions={
          <>
            {to === null ? null : <LinkButton href="/dev/outbox">All mail</LinkButton>}
            <LinkButton href="/dev/demo">People of the demo</LinkButton>
          </>
        }
      />
      {chosen ? (
        <div className="grid items-start gap-6 lg:grid-cols-[320px_minmax(0,1fr)]">
          <MailView mail={chosen} />
          <nav aria-label="Mails" className="lg:order-first">
            <ul className="rounded-lg border border-line bg-surface">
              {shown.map((mail) => (
                <li key={mail.id} className="border-t border-line first:border-t-0">
                  <a
                    href={address(mail.id)}
                    className="block px-4 py-3 no-underline hover:bg-sunken aria-[current]:bg-sunken"
                    {...(mail.id === chosen.id ? { "aria-current": "true" as const } : {})}
                  >
                    <span className="block leading-snug font-medium">{mail.subject}</span>
                    <span className="block text-xs text-ink-3 wrap-anywhere">{mail.to}</span>
                    <span className="num block text-xs text-ink-3">{momentText(mail.at, usualTimeZone)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      ) : (
        <EmptyState
          title={to === null ? "No mail yet." : "No mail to this address yet."}
          action={
            <LinkButton href={to === null ? "/dev/demo" : `/dev/outbox?to=${encodeURIComponent(to)}`}>
              {to === null ? "Choose a person" : "Look again"}
            </LinkButton>
          }
        >
          <p>Sign-in links and invitations arrive here, usually within a second.</p>
        </EmptyState>
      )}
    </>
  );
}
