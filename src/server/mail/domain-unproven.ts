import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** Tells an admin that a verified domain's record is not found any more, and what is to be done about it. */
export const domainUnprovenMail = (
  email: string,
  { company, slug, domain }: { company: string; slug: string; domain: string },
): Mail =>
  composeMail(email, `The record that proves ${domain} is not found any more`, [
    {
      kind: "text",
      text: `${company} verified ${domain} by a TXT record, so that people of this domain sign in through your own provider. For three days that record was not found. Nothing was changed: they still sign in.`,
    },
    {
      kind: "text",
      text: "Put the record back if the domain is yours. If it is not yours any more, press “Forget”: your provider would go on signing in addresses that belong to somebody else.",
    },
    { kind: "link", label: "Open single sign-on", url: `${env.TANDEM_URL}/${slug}/settings/single-sign-on` },
  ]);
