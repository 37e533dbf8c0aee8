import { toHex } from "@/domain/bytes";
import { quarterLabel } from "@/domain/quarter";
import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

export type InvitationFacts = {
  kind: "invitation" | "reminder";
  email: string;
  name: string;
  company: string;
  contact: string;
  cycleName: string;
  quarter: string;
  closesAt: Date;
  manifestHash: Uint8Array;
  words: string[];
  invitationToken: string;
};

const day = (moment: Date) =>
  moment.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** The link of an invitation: manifest fingerprint and personal token in the fragment, which no server ever sees. */
const ballotLink = (facts: Pick<InvitationFacts, "cycleName" | "manifestHash" | "invitationToken">): string =>
  `${env.TANDEM_URL}/ballot/${facts.cycleName}#${toHex(facts.manifestHash)}.${facts.invitationToken}`;

/** The invitation or reminder of a cycle: the same for everyone but for the greeting and the personal link. */
export function invitationMail(facts: InvitationFacts): Mail {
  const reminder = facts.kind === "reminder";
  const subject = reminder
    ? `Until ${day(facts.closesAt)}: your view of ${facts.company}'s technical leaders`
    : `Tell ${facts.company}'s technical leaders how it is going, without your name`;
  return composeMail(facts.email, subject, [
    { kind: "text", text: `Hello ${facts.name},` },
    {
      kind: "text",
      text: reminder
        ? `you have not collected your ballot for ${quarterLabel(facts.quarter)} yet. It is open until ${day(facts.closesAt)}. Taking part is your choice.`
        : `${facts.company} asks its engineers how its CTO and its VP of Engineering do their jobs. It takes about 7 minutes, 4 if you rate one leader, and is open until ${day(facts.closesAt)}.`,
    },
    { kind: "link", label: "Open my ballot", url: ballotLink(facts) },
    {
      kind: "text",
      text: "Your browser seals your answers on your device. Nobody can match a ballot to a name, and nobody sees single answers: only group results, from 5 answers. The link is yours: do not pass it on.",
    },
    {
      kind: "text",
      text: "These eight words are the same in every invitation. If a colleague's differ, do not answer.",
    },
    { kind: "code", text: facts.words.join(" ") },
    { kind: "text", text: `Questions: ${facts.contact}` },
  ]);
}
