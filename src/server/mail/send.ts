import { createHash } from "node:crypto";
import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/env.js";
import { withDirectory } from "@/server/db/with-company";
import { countMail } from "@/server/metrics/counters";

/** A mail to one address. Text and HTML say the same. */
export type Mail = { to: string; subject: string; text: string; html: string };

/** The mail server refused this address or mail for good (5xx): trying again would not help. */
export class MailRefused extends Error {}

/** Waits for a mail to be sent; one that is refused for good is left at that, because nothing would be won by another try. */
export async function unlessRefused(sending: Promise<void>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}

/** Together shorter than a mail job may take, so that no second process begins while a first one still sends. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/** The same for the same mail however often it is sent, so that mailboxes that see it twice can tell; says nothing of it. */
const messageIdOf = (key: string): string =>
  `<${createHash("sha256").update(`tandem/mail/1 ${key}`).digest("hex").slice(0, 40)}@${new URL(env.TANDEM_URL).hostname}>`;

/** The mail server's address with our patience, where the operator did not set another one in it. */
function withPatience(address: string): string {
  const url = new URL(address);
  for (const [name, milliseconds] of Object.entries(patience)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds));
  }
  return url.toString();
}

/** Refused at the recipient or the content. A refused sign-in or sender (also 5xx) is ours to mend, so it is tried again. */
function isRefusal(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return typeof responseCode === "number" && responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
}

let transporter: Transporter | null = null;

/** Whether mails stay on this machine and are shown at /dev/outbox: only in the demo, and only without a mail server. */
export const outboxIsOpen = (): boolean => env.TANDEM_DEMO && !env.SMTP_URL;

const withoutLineBreaks = (text: string) => text.replaceAll(/[\r\n]+/g, " ");

/** `key` names the mail for its Message-ID. */
async function handOver(mail: Mail, key?: string): Promise<void> {
  const { text, html } = mail;
  const safe = { to: withoutLineBreaks(mail.to), subject: withoutLineBreaks(mail.subject), text, html };
  if (env.SMTP_URL) {
    transporter ??= nodemailer.createTransport(withPatience(env.SMTP_URL), {
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const message = { ...safe, to: { name: "", address: safe.to }, from: env.MAIL_FROM };
    try {
      await transporter.sendMail(key === undefined ? message : { ...message, messageId: messageIdOf(key) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      throw new MailRefused(error instanceof Error ? withoutLineBreaks(error.message) : "refused");
    }
    return;
  }
  if (!outboxIsOpen()) throw new Error("No mail server is configured. Set SMTP_URL.");
  await withDirectory((tx) => tx.outboxMail.create({ data: safe }));
}

/**
 * Hands a mail to the mail server, or to the outbox of the demo. Throws if the mail server does not take it, MailRefused if it
 * never will. `key` names the mail for its Message-ID.
 */
export async function sendMail(mail: Mail, key?: string): Promise<void> {
  try {
    await handOver(mail, key);
    countMail("sent");
  } catch (error) {
    countMail("failed");
    throw error;
  }
}

/** The same without a trace in any figure: how many ballots were collected within the hour is nobody's to read. */
export const sendUncountedMail = (mail: Mail, key?: string): Promise<void> => handOver(mail, key);
