import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/env.js";
import { withDirectory } from "@/server/db/with-company";

/** A mail to one address. Text and HTML say the same. */
export type Mail = { to: string; subject: string; text: string; html: string };

let transporter: Transporter | null = null;

/** Whether mails stay on this machine and are shown at /dev/outbox: only in the demo, and only without a mail server. */
export const outboxIsOpen = (): boolean => env.TANDEM_DEMO && !env.SMTP_URL;

const withoutLineBreaks = (text: string) => text.replaceAll(/[\r\n]+/g, " ");

/** Hands a mail to the mail server, or to the outbox of the demo. Throws if the mail server does not take it. */
export async function sendMail(mail: Mail): Promise<void> {
  const safe = { ...mail, to: withoutLineBreaks(mail.to), subject: withoutLineBreaks(mail.subject) };
  if (env.SMTP_URL) {
    transporter ??= nodemailer.createTransport(env.SMTP_URL, { disableFileAccess: true, disableUrlAccess: true });
    await transporter.sendMail({ ...safe, to: { name: "", address: safe.to }, from: env.MAIL_FROM });
    return;
  }
  if (!outboxIsOpen()) throw new Error("No mail server is configured. Set SMTP_URL.");
  await withDirectory((tx) => tx.outboxMail.create({ data: safe }));
}
