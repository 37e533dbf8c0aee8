import { momentText } from "@/ui/cycle/dates";
import { LinkButton } from "@/ui/kit/link-button";
import { framed, linksOf, type OutboxMail } from "./outbox-mail";

/** One mail: its links to press, its look in a frame that runs no scripts, and its text part. */
export function MailView({ mail }: { mail: OutboxMail }) {
  const links = linksOf(mail.text);
  return (
    <article className="grid min-w-0 gap-4 rounded-lg border border-line bg-surface p-5">
      <header>
        <h2 className="leading-snug">{mail.subject}</h2>
        <p className="text-xs text-ink-3 wrap-anywhere">
          To {mail.to} · <span className="num">{momentText(mail.at)}</span>
        </p>
      </header>
      {links.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          {links.map(({ label, url }) => (
            <LinkButton key={url} href={url} variant="primary">
              {label}
            </LinkButton>
          ))}
        </div>
      ) : null}
      <iframe
        title={`Mail: ${mail.subject}`}
        sandbox="allow-top-navigation-by-user-activation"
        srcDoc={framed(mail.html)}
        className="h-[420px] w-full rounded-md border border-line"
      />
      <details>
        <summary className="font-medium">Text part</summary>
        <pre className="mt-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
      </details>
    </article>
  );
}
