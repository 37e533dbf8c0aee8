import { toHex } from "@/domain/bytes";
import { quarterLabel } from "@/domain/quarter";
import type { Seat } from "@/domain/seat";
import type { Window } from "@/domain/windows";
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
  /** The company's time zone: days and hours are told by its clocks. */
  timeZone: string;
  /** Null in one sitting. */
  castsFrom: Date | null;
  /** The seats somebody holds, one or both. */
  seats: readonly Seat[];
  window: Window;
  manifestHash: Uint8Array;
  words: string[];
  invitationToken: string;
};

const day = (date: Date, timeZone: string) =>
  date.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone });

/** "Tuesday 10 March, 07:00 UTC" */
const moment = (date: Date, timeZone: string) =>
  `${day(date, timeZone)}, ${date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone, timeZoneName: "short" })}`;

/** The link of an invitation: manifest fingerprint and personal token in the fragment, which no server ever sees. */
const ballotLink = (facts: Pick<InvitationFacts, "cycleName" | "manifestHash" | "invitationToken">): string =>
  `${env.TANDEM_URL}/ballot/${facts.cycleName}#${toHex(facts.manifestHash)}.${facts.invitationToken}`;

type Words = { subject: string; text: string };

/** Who is rated and how long it takes; an empty seat is not asked about. */
function whatIsAsked({ company, seats }: Pick<InvitationFacts, "company" | "seats">): string {
  const titles = { cto: "CTO", vpe: "VP of Engineering" } as const;
  const [only, other] = seats;
  return only && !other
    ? `${company} asks its engineers how its ${titles[only]} does the job. It takes about 4 minutes`
    : `${company} asks its engineers how its CTO and its VP of Engineering do their jobs. It takes about 7 minutes, 4 if you rate one leader`;
}

/** Collecting and sealing in one visit. */
function inOneSitting(facts: InvitationFacts): Words {
  const { kind, company, quarter, closesAt, timeZone } = facts;
  const until = day(closesAt, timeZone);
  const subject = `Until ${until}: your view of ${company}'s technical leaders`;
  const choice = "Taking part is your choice.";
  switch (kind) {
    case "invitation":
      return {
        subject: `Tell ${company}'s technical leaders how it is going, without your name`,
        text: `${whatIsAsked(facts)}, and is open until ${until}.`,
      };
    case "reminder":
      return {
        subject,
        text: `you have not collected your ballot for ${quarterLabel(quarter)} yet. It is open until ${until}. ${choice}`,
      };
    case "last-reminder":
      return {
        subject,
        text: `the ballots for ${quarterLabel(quarter)} are open until ${until}. This last reminder goes to everyone on the roster, whether or not they have collected or sent a ballot. If you have, there is nothing to do. ${choice}`,
      };
  }
}

/** The first of two windows: says both dates, and that the second visit is in the same browser. */
function whileCollecting(facts: InvitationFacts, castsFrom: Date): Words {
  const { kind, company, quarter, closesAt, timeZone } = facts;
  const dates = `Collect your ballot until ${moment(castsFrom, timeZone)}; you may answer at once. Seal and send it from then until ${moment(closesAt, timeZone)}, in the same browser, where your answers wait.`;
  const rest = "Afterwards no ballot can be collected. Taking part is your choice.";
  const subject = `Until ${day(castsFrom, timeZone)}: collect your ballot about ${company}'s technical leaders`;
  switch (kind) {
    case "invitation":
      return {
        subject: inOneSitting(facts).subject,
        text: `${whatIsAsked(facts)}. ${dates} Two visits, so that the order in which ballots are collected and sent tells nothing.`,
      };
    case "reminder":
      return { subject, text: `you have not collected your ballot for ${quarterLabel(quarter)} yet. ${dates} ${rest}` };
    case "last-reminder":
      return {
        subject,
        text: `the ballots for ${quarterLabel(quarter)} can be collected now. ${dates} This last reminder goes to everyone on the roster, whether or not they have collected a ballot. If you have, there is nothing to do before sealing begins. ${rest}`,
      };
  }
}

/** The second of two windows: the same for everybody, whether they collected a ballot or not. */
function whileSealing({ kind, company, castsFrom, closesAt, timeZone }: InvitationFacts): Words {
  const begun = castsFrom ? ` since ${day(castsFrom, timeZone)}` : "";
  return {
    subject:
      kind === "invitation"
        ? `You can seal now: your ballot about ${company}'s technical leaders`
        : `Until ${day(closesAt, timeZone)}: seal your ballot about ${company}'s technical leaders`,
    text: `ballots can be sealed and sent${begun}, until ${moment(closesAt, timeZone)}. If you collected yours, open this link in the browser you used then: your answers wait there. If you collected none, or have sent it already, there is nothing to do. Everybody who was invited gets this mail; nobody knows who collected what.`,
  };
}

/** The invitation as it will read; what only opening makes, or differs for each person, is named in its place. */
export function invitationPreview(
  facts: Pick<
    InvitationFacts,
    "company" | "contact" | "cycleName" | "quarter" | "closesAt" | "timeZone" | "castsFrom" | "seats"
  >,
): { subject: string; text: string } {
  const made = { manifestHash: new Uint8Array(32), invitationToken: "" };
  const { subject, text } = invitationMail({
    ...facts,
    ...made,
    kind: "invitation",
    window: facts.castsFrom ? "claims" : "both",
    email: "",
    name: "(name)",
    words: ["(eight words, made when the cycle opens)"],
  });
  return { subject, text: text.replace(ballotLink({ ...facts, ...made }), "(a link of their own)") };
}

/** The invitation or reminder of a cycle: the same for everyone but for the greeting and the personal link. */
export function invitationMail(facts: InvitationFacts): Mail {
  const { castsFrom, window } = facts;
  const { subject, text } =
    window === "casts" ? whileSealing(facts) : castsFrom ? whileCollecting(facts, castsFrom) : inOneSitting(facts);
  return composeMail(facts.email, subject, [
    { kind: "text", text: `Hello ${facts.name},` },
    { kind: "text", text },
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
