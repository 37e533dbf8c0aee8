import { usualTimeZone } from "@/domain/time-zone";
import { momentText } from "@/ui/cycle/dates";
import { LinkButton } from "@/ui/kit/link-button";
import { type OutboxMail, partsOf } from "./outbox-mail";

/** One mail as it reads, with its links to press; its HTML part opens as a page of its own that runs no scripts. */
export function MailView({ mail }: { mail: OutboxMail }) {
  return (
    <article className="min-w-0 rounded-lg border border-line bg-surface p-5 sm:px-6">
      <header className="mb-5 border-b border-line pb-4">
        <h2 className="leading-snug">{mail.subject}</h2>
        <p className="text-xs text-ink-3 wrap-anywhere">
          To {mail.to} · <span className="num">{momentText(mail.at, usualTimeZone)}</span>
        </p>
      </header>
      <div className="grid max-w-measure justify-items-start gap-4">
        {partsOf(mail.text).map((part) =>
          part.kind === "link" ? (
            <LinkButton key={part.url} href={part.url} variant="primary">
              {part.label}
            </LinkButton>
          ) : (
            <p key={part.text} className="whitespace-pre-line wrap-anywhere">
              {part.text}
            </p>
          ),
        )}
      </div>
      <p className="mt-5 border-t border-line pt-4 text-xs">
        <a href={`/dev/outbox/${mail.id}`}>The same mail as HTML</a>
      </p>
    </article>
  );
}
