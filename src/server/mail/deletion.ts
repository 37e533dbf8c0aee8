import { dayIn, momentIn } from "@/domain/day-words";
import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

type Leaving = { name: string; contact: string; timeZone: string };

/** Tells a member that their company leaves, what goes with it, and whom to ask; by the company's clocks. */
export const deletionMail = (email: string, { name, contact, timeZone }: Leaving, dueAt: Date): Mail =>
  composeMail(email, `${name} leaves Tandem on ${dayIn(dueAt, timeZone)}`, [
    {
      kind: "text",
      text: `An admin of ${name} asked that everything the company has on Tandem be deleted on ${momentIn(dueAt, timeZone)}: people, reports, comments, sealed ballots and their keys. A cycle that is open then ends without being counted.`,
    },
    { kind: "text", text: "Until then you can take along what is held about you:" },
    { kind: "link", label: "Your data", url: `${env.TANDEM_URL}/companies` },
    { kind: "text", text: `Until then it can be called off. Questions: ${contact}` },
  ]);

/** Tells a member that the company stays. */
export const callOffMail = (email: string, company: string, contact: string): Mail =>
  composeMail(email, `${company} stays on Tandem`, [
    { kind: "text", text: `The deletion of ${company} on Tandem was called off. Nothing was deleted.` },
    { kind: "text", text: `Questions: ${contact}` },
  ]);
