import { momentIn } from "@/domain/day-words";
import { quarterLabel } from "@/domain/quarter";
import type { Seat } from "@/domain/seat";
import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** A cycle as the mails to its readers name it, by the company's clocks. */
export type ReaderMailFacts = { company: string; slug: string; timeZone: string; quarter: string };

const at = ({ slug }: ReaderMailFacts, path: string): string => `${env.TANDEM_URL}/${slug}${path}`;
const cyclePart = ({ quarter }: ReaderMailFacts): string => quarter.toLowerCase();

/** Asks a leader to rate themselves, once their cycle is open. */
export const selfRatingMail = (email: string, facts: ReaderMailFacts, closesAt: Date): Mail =>
  composeMail(email, `Rate yourself first: ${quarterLabel(facts.quarter)} at ${facts.company}`, [
    {
      kind: "text",
      text: `Engineers of ${facts.company} answer until ${momentIn(closesAt, facts.timeZone)}. How do you see your own work, before you read what they see? It takes about 5 minutes.`,
    },
    { kind: "text", text: "This is not anonymous: your answers are kept with your name." },
    { kind: "link", label: "Begin the self-rating", url: at(facts, `/cycles/${cyclePart(facts)}/self`) },
  ]);

/** Tells a leader that their own report can be read, by them alone. */
export const previewMail = (email: string, facts: ReaderMailFacts, seats: readonly Seat[]): Mail =>
  composeMail(email, `${quarterLabel(facts.quarter)} at ${facts.company} is counted: your own report`, [
    {
      kind: "text",
      text: "Until the release you alone read the report about you. You may add 100 words to the board page from now on.",
    },
    {
      kind: "link",
      label: "Read my report",
      url: at(facts, seats[0] && seats.length === 1 ? `/reports/${cyclePart(facts)}/${seats[0]}` : ""),
    },
    { kind: "text", text: "It is for development, not for pay or dismissal." },
  ]);

/** Tells a leader that all they may read is open, and when the board reads. */
export const releasedMail = (email: string, facts: ReaderMailFacts, boardAt: Date): Mail =>
  composeMail(email, `The reports of ${quarterLabel(facts.quarter)} at ${facts.company} are released`, [
    {
      kind: "text",
      text: `You now read your report, what is said about the two roles together, and the board page. The board reads its page from ${momentIn(boardAt, facts.timeZone)}; until then you may add or change your 100 words on it.`,
    },
    { kind: "link", label: "Open the reports", url: at(facts, "") },
    { kind: "text", text: "Then choose one responsibility and one pattern to work on, and tell the engineers." },
  ]);

/** Tells a board member that their page is open. */
export const boardMail = (email: string, facts: ReaderMailFacts): Mail =>
  composeMail(email, `The board page of ${quarterLabel(facts.quarter)} at ${facts.company} is open`, [
    {
      kind: "text",
      text: "One page: what engineers see in the CTO and the VP of Engineering, what changed beyond noise, and what the leaders do about it. It prints on one sheet.",
    },
    { kind: "link", label: "Read the board page", url: at(facts, `/board/${cyclePart(facts)}`) },
  ]);
