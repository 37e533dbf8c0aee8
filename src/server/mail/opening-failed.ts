import { quarterLabel } from "@/domain/quarter";
import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** Tells an admin that a planned opening did not happen, why, and where to go on. */
export const openingFailedMail = (
  email: string,
  { company, slug, quarter, reason }: { company: string; slug: string; quarter: string; reason: string },
): Mail =>
  composeMail(email, `${quarterLabel(quarter)} at ${company} did not open`, [
    {
      kind: "text",
      text: `The cycle for ${quarterLabel(quarter)} was planned to open now and did not. Nobody was written to, and the draft is as it was.`,
    },
    { kind: "text", text: `The reason: ${reason}` },
    { kind: "link", label: "Open the draft", url: `${env.TANDEM_URL}/${slug}/cycles/${quarter.toLowerCase()}` },
  ]);
