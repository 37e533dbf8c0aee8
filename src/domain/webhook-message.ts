import type { Phase } from "./cycle";
import { momentIn } from "./day-words";
import { cycleName, quarterLabel } from "./quarter";
import type { WebhookEvent, WebhookKind } from "./webhook";

/** All that a message is made of; nobody's name, and no number of people or ballots. */
export type WebhookFacts = {
  event: WebhookEvent;
  occurredAt: Date;
  /** Address of this installation, without a slash at its end. */
  site: string;
  company: { slug: string; name: string; timeZone: string };
  cycle: { id: string; quarter: string; phase: Phase; closesAt: Date; castsFrom: Date | null };
};

type Words = { title: string; text: string; link: { label: string; url: string } };

function openWords({ company, cycle }: WebhookFacts): string {
  const until = momentIn(cycle.closesAt, company.timeZone);
  if (!cycle.castsFrom) return `The survey is open until ${until}.`;
  const from = momentIn(cycle.castsFrom, company.timeZone);
  return `Ballots are collected until ${from} and sent from then until ${until}.`;
}

const recordOf = ({ site, company, cycle }: WebhookFacts) => `${site}/verify/${cycleName(company.slug, cycle.quarter)}`;
const homeOf = ({ site, company }: WebhookFacts) => `${site}/${company.slug}`;

/** What an event says to people in a channel, who are engineers as well as leaders. */
export function webhookWords(facts: WebhookFacts): Words {
  const quarter = quarterLabel(facts.cycle.quarter);
  const record = { label: "Public record of this survey", url: recordOf(facts) };
  const home = { label: `Open Tandem at ${facts.company.name}`, url: homeOf(facts) };
  const words: Record<WebhookEvent, Words> = {
    "cycle.opened": {
      title: `The survey for ${quarter} is open`,
      text: `${openWords(facts)} Everybody who is asked has a mail with a link of their own. Nobody can tell who answered what.`,
      link: record,
    },
    "cycle.reminded": {
      title: `The survey for ${quarter} is still open`,
      text: `${openWords(facts)} The link of your own is in your mail.`,
      link: record,
    },
    "cycle.closed": {
      title: `The survey for ${quarter} is closed`,
      text: "No more ballots are taken. They are counted next.",
      link: record,
    },
    "cycle.counted": {
      title: `The ballots for ${quarter} are counted`,
      text: "The public record lists a receipt for each, so that everybody can look for their own.",
      link: record,
    },
    "report.released": {
      title: `The reports for ${quarter} are released`,
      text: "The CTO and the VPoE read them first, then the board.",
      link: home,
    },
    "board.released": {
      title: `The board reads the page for ${quarter}`,
      text: "It opens for board members from now on.",
      link: home,
    },
  };
  return words[facts.event];
}

const testWords = (site: string, company: { slug: string; name: string }): Words => ({
  title: "A test from Tandem",
  text: `${company.name} will be told here when a survey opens, closes and is released. Nothing happened now.`,
  link: { label: "Notifications in Tandem", url: `${site}/${company.slug}/settings/notifications` },
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Slack's Block Kit; whatever a name holds is shown and not read as markup. */
const slackMessage = ({ title, text, link }: Words) => ({
  text: escaped(`${title}. ${text}`),
  blocks: [
    { type: "header", text: { type: "plain_text", text: title, emoji: false } },
    { type: "section", text: { type: "plain_text", text, emoji: false } },
    { type: "section", text: { type: "mrkdwn", text: `<${link.url}|${escaped(link.label).replaceAll("|", "/")}>` } },
  ],
});

/** An Adaptive Card as the Workflows of Teams take it; text runs are not read as markdown. */
const teamsMessage = ({ title, text, link }: Words) => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        fallbackText: `${title}. ${text}`,
        body: [
          { type: "RichTextBlock", inlines: [{ type: "TextRun", text: title, weight: "Bolder", size: "Medium" }] },
          { type: "RichTextBlock", inlines: [{ type: "TextRun", text }] },
        ],
        actions: [{ type: "Action.OpenUrl", title: link.label, url: link.url }],
      },
    },
  ],
});

/** The small document that programs get: which cycle, its phase, and where to read on. */
const payload = (facts: WebhookFacts) => ({
  type: facts.event,
  timestamp: facts.occurredAt.toISOString(),
  data: {
    company: facts.company.slug,
    cycle: {
      id: facts.cycle.id,
      quarter: facts.cycle.quarter,
      phase: facts.cycle.phase,
      closesAt: facts.cycle.closesAt.toISOString(),
    },
    url: webhookWords(facts).link.url,
  },
});

/** The body of a delivery, the same for every attempt. */
export function webhookBody(kind: WebhookKind, facts: WebhookFacts): string {
  if (kind === "slack") return JSON.stringify(slackMessage(webhookWords(facts)));
  if (kind === "teams") return JSON.stringify(teamsMessage(webhookWords(facts)));
  return JSON.stringify(payload(facts));
}

/** The body of a test; programs know it by its type. */
export function testBody(kind: WebhookKind, site: string, company: { slug: string; name: string }, now: Date): string {
  const words = testWords(site, company);
  if (kind === "slack") return JSON.stringify(slackMessage(words));
  if (kind === "teams") return JSON.stringify(teamsMessage(words));
  return JSON.stringify({
    type: "test",
    timestamp: now.toISOString(),
    data: { company: company.slug, url: words.link.url },
  });
}
