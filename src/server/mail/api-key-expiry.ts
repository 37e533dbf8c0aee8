import { dayInWords } from "@/domain/day-words";
import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** Tells the maker of a key that it ends soon, so that no program stops unannounced. */
export const apiKeyExpiryMail = (
  email: string,
  company: { slug: string; name: string },
  key: { name: string; expiresAt: Date },
): Mail =>
  composeMail(email, `An API key of ${company.name} ends soon`, [
    {
      kind: "text",
      text: `Your key “${key.name}” ends on ${dayInWords(key.expiresAt.toISOString())}. From then on the program that uses it is refused.`,
    },
    {
      kind: "text",
      text: "If it is still needed, make a new key and give it to the program; then revoke the old one.",
    },
    { kind: "link", label: "Open API keys", url: `${env.TANDEM_URL}/${company.slug}/settings/api-keys` },
  ]);
