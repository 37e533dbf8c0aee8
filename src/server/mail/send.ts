import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/env.js";
import { withDirectory } from "@/server/db/with-company";
import { countMail } from "@/server/metrics/counters";

/** A mail to one address. Text and HTML say the same. */
export type Mail = { to: string; subject: string; text: string; html: string };

let transporter: Transporter | null = null;

/** Whether mails stay on this machine and are shown at /dev/outbox: only in the demo, and only without a mail server. */
export const outboxIsOpen = (): boolean => env.TANDEM_DEMO && !env.SMTP_URL;

const withoutLineBreaks = (text: string) => text.replaceAll(/[\r\n]+/g, " ");

async function handOver(mail: Mail): Promise<void> {
  const safe = { ...mail, to: withoutLineBreaks(mail.to), subject: withoutLineBreaks(mail.subject) };
  if (env.SMTP_URL) {
    transporter ??= nodemailer.createTransport(env.SMTP_URL, { disableFileAccess: true, disableUrlAccess: true });
    await transporter.sendMail({ ...safe, to: { name: "", address: safe.to }, from: env.MAIL_FROM });
    return;
  }
  if (!outboxIsOpen()) throw new Error("No mail server is configured. Set SMTP_URL.");
  await withDirectory((tx) => tx.outboxMail.create({ data: safe }));
}

/** Hands a mail to the mail server, or to the outbox of the demo. Throws if the mail server does not take it. */
export async function sendMail(mail: Mail): Promise<void> {
  try {
    await handOver(mail);
    countMail("sent");
  } catch (error) {
    countMail("failed");
    throw error;
  }
}

/** The same without a trace in any figure: how many ballots were collected within the hour is nobody's to read. */
export const sendUncountedMail = (mail: Mail): Promise<void> => handOver(mail);
