import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

const day = (date: Date) =>
  date.toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

/** Tells a member that their company leaves, what goes with it, and whom to ask. */
export const deletionMail = (email: string, company: string, contact: string, dueAt: Date): Mail =>
  composeMail(email, `${company} leaves Tandem on ${day(dueAt)}`, [
    {
      kind: "text",
      text: `An admin of ${company} asked that everything the company has on Tandem be deleted on ${day(dueAt)}: people, reports, comments, sealed ballots and their keys. A cycle that is open then ends without being counted.`,
    },
    { kind: "text", text: "Until that day you can take along what is held about you:" },
    { kind: "link", label: "Your data", url: `${env.TANDEM_URL}/companies` },
    { kind: "text", text: `Until then it can be called off. Questions: ${contact}` },
  ]);

/** Tells a member that the company stays. */
export const callOffMail = (email: string, company: string, contact: string): Mail =>
  composeMail(email, `${company} stays on Tandem`, [
    { kind: "text", text: `The deletion of ${company} on Tandem was called off. Nothing was deleted.` },
    { kind: "text", text: `Questions: ${contact}` },
  ]);
