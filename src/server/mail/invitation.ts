import { toHex } from "@/domain/bytes";
import { quarterLabel } from "@/domain/quarter";
import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

export type InvitationFacts = {
  /** "last-reminder" goes to all and must not say whether its reader has collected a ballot. */
  kind: "invitation" | "reminder" | "last-reminder";
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

/** What the mail is about, in a sentence or two. */
function occasion(facts: InvitationFacts): string {
  const until = day(facts.closesAt);
  switch (facts.kind) {
    case "invitation":
      return `${facts.company} asks its engineers how its CTO and its VP of Engineering do their jobs. It takes about 7 minutes, 4 if you rate one leader, and is open until ${until}.`;
    case "reminder":
      return `you have not collected your ballot for ${quarterLabel(facts.quarter)} yet. It is open until ${until}. Taking part is your choice.`;
    case "last-reminder":
      return `the ballots for ${quarterLabel(facts.quarter)} are open until ${until}. This last reminder goes to everyone on the roster, whether or not they have collected or sent a ballot. If you have, there is nothing to do. Taking part is your choice.`;
  }
}

/** The invitation or reminder of a cycle: the same for everyone but for the greeting and the personal link. */
export function invitationMail(facts: InvitationFacts): Mail {
  const reminder = facts.kind !== "invitation";
  const subject = reminder
    ? `Until ${day(facts.closesAt)}: your view of ${facts.company}'s technical leaders`
    : `Tell ${facts.company}'s technical leaders how it is going, without your name`;
  return composeMail(facts.email, subject, [
    { kind: "text", text: `Hello ${facts.name},` },
    { kind: "text", text: occasion(facts) },
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
