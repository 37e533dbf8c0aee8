import { expect, test } from "vitest";
import { webhookEvents, webhookKinds } from "./webhook";
import { testBody, type WebhookFacts, webhookBody, webhookWords } from "./webhook-message";

const facts: WebhookFacts = {
  event: "cycle.opened",
  occurredAt: new Date("2031-02-03T10:00:00Z"),
  site: "https://tandem.example.com",
  company: { slug: "norrvik", name: "Norrvik <b> & [x](https://evil.example)", timeZone: "Europe/Berlin" },
  cycle: {
    id: "11111111-1111-4111-8111-111111111111",
    quarter: "2031-Q1",
    phase: "open",
    closesAt: new Date("2031-02-17T17:00:00Z"),
    castsFrom: null,
  },
};

test("engineers read until when the survey is open, by the company's clocks", () => {
  expect(webhookWords(facts)).toEqual({
    title: "The survey for Q1 2031 is open",
    text: "The survey is open until Monday 17 February 2031 at 18:00 (Europe/Berlin). Everybody who is asked has a mail with a link of their own. Nobody can tell who answered what.",
    link: { label: "Public record of this survey", url: "https://tandem.example.com/verify/norrvik-2031-q1" },
  });
  const windows = { ...facts, cycle: { ...facts.cycle, castsFrom: new Date("2031-02-10T17:00:00Z") } };
  expect(webhookWords(windows).text).toContain(
    "Ballots are collected until Monday 10 February 2031 at 18:00 (Europe/Berlin) and sent from then until Monday 17",
  );
});

test("a program gets cycle, phase and link, and nothing else", () => {
  expect(JSON.parse(webhookBody("webhook", facts))).toEqual({
    type: "cycle.opened",
    timestamp: "2031-02-03T10:00:00.000Z",
    data: {
      company: "norrvik",
      cycle: {
        id: facts.cycle.id,
        quarter: "2031-Q1",
        phase: "open",
        closesAt: "2031-02-17T17:00:00.000Z",
      },
      url: "https://tandem.example.com/verify/norrvik-2031-q1",
    },
  });
});

test("whatever is given beside the facts of a message, it is in none", () => {
  const more = { ...facts, cycle: { ...facts.cycle, claimed: 4711, manifest: "secret", boardHeadline: "secret" } };
  for (const event of webhookEvents) {
    for (const kind of webhookKinds) expect(webhookBody(kind, { ...more, event })).not.toMatch(/4711|secret|claimed/);
  }
});

test("chats show a company's name and do not read it as markup", () => {
  const released = { ...facts, event: "report.released" } as const;
  const slack = webhookBody("slack", released);
  expect(slack).toContain("<https://tandem.example.com/norrvik|Open Tandem at Norrvik &lt;b&gt; &amp; [x]");
  expect(slack).not.toContain("<b>");
  const teams = JSON.parse(webhookBody("teams", released));
  const [card] = teams.attachments;
  expect(card.contentType).toBe("application/vnd.microsoft.card.adaptive");
  expect(card.content.body.map(({ type }: { type: string }) => type)).toEqual(["RichTextBlock", "RichTextBlock"]);
  expect(card.content.actions).toEqual([
    {
      type: "Action.OpenUrl",
      title: `Open Tandem at ${facts.company.name}`,
      url: "https://tandem.example.com/norrvik",
    },
  ]);
});

test("a test says that it is one", () => {
  for (const kind of webhookKinds) {
    expect(testBody(kind, facts.site, facts.company, facts.occurredAt)).toMatch(/A test from Tandem|"type":"test"/);
  }
});

test("every message is small", () => {
  for (const event of webhookEvents) {
    for (const kind of webhookKinds) expect(webhookBody(kind, { ...facts, event }).length).toBeLessThan(1500);
  }
});
