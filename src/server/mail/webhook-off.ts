import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** Tells an admin that nothing is sent any more to one of the company's addresses, why, and where to go on. */
export const webhookOffMail = (
  email: string,
  { company, slug, name, reason }: { company: string; slug: string; name: string; reason: string },
): Mail =>
  composeMail(email, `Notifications to “${name}” are off`, [
    {
      kind: "text",
      text: `Tandem tells “${name}” what happens in the cycles of ${company}. It was switched off, and nothing is sent there any more.`,
    },
    { kind: "text", text: `The reason: ${reason}` },
    { kind: "link", label: "Open the notifications", url: `${env.TANDEM_URL}/${slug}/settings/notifications` },
  ]);
