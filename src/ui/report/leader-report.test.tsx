import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Score, SeatReport, SliceReport } from "@/domain/report";
import { sampleComments, sampleScore, sampleSeatReport, sampleSummary, withheldScore } from "./fixtures";
import { LeaderReport, type LeaderReportProps } from "./leader-report";
import { patternCards } from "./pattern-card";

const html = (node: ReactNode): string => renderToStaticMarkup(node);
const props: Omit<LeaderReportProps, "report"> = {
  company: "Norrvik",
  comments: sampleComments,
  summary: sampleSummary,
  cards: patternCards("cto"),
  previousQuarter: "2026-Q1",
  period: "1 to 19 June 2026",
  timeZone: "UTC",
};
const report = (changes: Partial<typeof sampleSeatReport> = {}) =>
  html(<LeaderReport {...props} report={{ ...sampleSeatReport, ...changes }} />);
const plain = (markup: string): string => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("the report says n of N, the period and what it is not for, before any number", () => {
  const text = plain(report());
  expect(text).toContain("27 of 36 engineers answered about the CTO");
  expect(text).toContain("1 to 19 June 2026");
  expect(text).toContain("Not a basis for pay or dismissal");
});

test("sentences come first, then duties, patterns, differences, statements and comments", () => {
  const headings = [...report().matchAll(/<h2>([^<]+)<\/h2>/g)].map((match) => match[1]);
  expect(headings).toEqual([
    "What the role asks for",
    "Five ways the role goes wrong",
    "Where you and your engineers differ",
    "Your own profile",
    "Every statement",
    "In their own words",
    "What changed",
  ]);
});

test("changes stand against the quarter before and the same quarter last year, with who answered beside them", () => {
  const [first, ...others] = sampleSeatReport.dimensions;
  if (!first) throw new Error("no sample dimension");
  const rose = { kind: "marked", from: 60, to: 71, change: 11, low: 4, high: 18, p: 0.01 } as const;
  const dimensions = [{ ...first, yearChange: rose }, ...others];
  const text = plain(
    html(
      <LeaderReport
        {...props}
        yearQuarter="2025-Q2"
        mix={["Seven engineers joined or left since Q2 2025: part of a change can come from that."]}
        lowResponse="Fewer than half of the invited engineers answered."
        report={{ ...sampleSeatReport, dimensions }}
      />,
    ),
  );
  expect(text).toContain("Since Q1 2026 Since Q2 2025, a year ago");
  expect(text).toContain("Since Q2 2025: rose 11, likely 4 to 18");
  expect(text).toContain("Seven engineers joined or left since Q2 2025");
  expect(text).toContain("Fewer than half of the invited engineers answered.");
  expect(plain(report())).not.toContain(", a year ago");
});

test("with fewer than three areas shown there is no profile of one's own", () => {
  const dimensions = sampleSeatReport.dimensions.map((dimension, index) =>
    index < 2 ? dimension : { ...dimension, score: withheldScore },
  );
  expect(report()).toContain("Your own profile");
  expect(report({ dimensions })).not.toContain("Your own profile");
});

test("where the answers are one general impression the areas say so, and nowhere else", () => {
  const words = "the answers are mostly one general impression";
  const text = plain(report({ generalImpression: true }));
  expect(text.indexOf(words)).toBeGreaterThan(text.indexOf("What the role asks for"));
  expect(text.indexOf(words)).toBeLessThan(text.indexOf("Five ways the role goes wrong"));
  expect(plain(report())).not.toContain(words);
});

test("one pattern card is open: the highest of those that are elevated or high", () => {
  const open = [...report().matchAll(/<details name="pattern" open="">.*?<span class="pattern-name">([^<]+)/g)];
  expect(open.map((match) => match[1])).toEqual(["The Control Freak"]);
  const calm = sampleSeatReport.patterns.map((pattern) => ({ ...pattern, band: "low" as const }));
  expect(report({ patterns: calm })).not.toContain('open=""');
});

test("the Xenophobe note always shows, unless names are hidden", () => {
  const note = "It says nothing about a person’s attitude".replace("’", "&#x27;");
  expect(report()).toContain(note);
  const neutral = html(<LeaderReport {...props} neutralLabelsOnly report={sampleSeatReport} />);
  for (const card of props.cards) expect(plain(neutral)).not.toContain(card.deckName);
});

test("every pattern card says whose reading it is", () => {
  for (const card of props.cards) expect(card.sourceLine).toMatch(/^Our reading of the deck/);
  expect(report().match(/Our reading of the deck/g)?.length).toBe(5);
});

test("notes for translators never reach a reader", () => {
  for (const seat of ["cto", "vpe"] as const)
    for (const card of patternCards(seat)) expect(card.nameNote ?? "").not.toMatch(/Translate|Reports must/);
});

test("fewer than 10 answers: the words of the small team, and no comments", () => {
  const text = plain(
    html(
      <LeaderReport
        {...props}
        comments={[]}
        report={{ ...sampleSeatReport, answers: 7, invited: 9, comments: { kind: "withheld", answers: 7 } }}
      />,
    ),
  );
  expect(text).toContain("7 of 9 engineers answered. With so few, only changes above about 9 points can be seen");
  expect(text).toContain("Read the words, not the decimals.");
  expect(text).toContain("Comments are shown from 10 answers. This quarter there were 7.");
  for (const comment of sampleComments) expect(text).not.toContain(comment.text);
});

test("a reported comment says where it stands, and a removed one can no longer be reported", () => {
  const [first, second, third, ...rest] = sampleComments;
  if (!first || !second || !third) throw new Error("no sample comments");
  const comments = [
    { ...first, flag: { reason: "insult", state: "waiting" } as const },
    { ...second, text: "Removed: named a person", flag: { reason: "named-a-person", state: "removed" } as const },
    { ...third, flag: { reason: "insult", state: "kept" } as const },
    ...rest,
  ];
  const markup = html(
    <LeaderReport {...props} comments={comments} commentAction={(id) => <b>act {id}</b>} report={sampleSeatReport} />,
  );
  const text = plain(markup);
  expect(text).toContain("Reported; an admin will decide.");
  expect(text).toContain("Removed: named a person");
  expect(text).toContain("Reported; an admin kept it.");
  expect([...markup.matchAll(/act (c\d)/g)].map((match) => match[1])).toEqual(["c4", "c5"]);
});

test("comments that open later say when, and none is printed before", () => {
  const waiting = (from: Date | null) =>
    plain(html(<LeaderReport {...props} commentsWait={{ hours: 24, from }} report={sampleSeatReport} />));
  expect(waiting(null)).toContain("Comments open 24 hours after the release.");
  expect(waiting(new Date("2026-06-30T10:00:00Z"))).toContain("Comments open on Tuesday 30 June, 10:00 UTC.");
  for (const comment of sampleComments) expect(waiting(null)).not.toContain(comment.text);
  expect(waiting(null)).not.toContain("Shown because at least 10");
});

test("a withheld comment section prints no comment, even when some are handed in", () => {
  const text = plain(report({ comments: { kind: "withheld", answers: 8 } }));
  for (const comment of sampleComments) expect(text).not.toContain(comment.text);
});

test("a withheld duty keeps its place and shows no value, band, change or own answer", () => {
  fc.assert(
    fc.property(fc.integer({ min: 7001, max: 9998 }), (secret) => {
      const dimensions = sampleSeatReport.dimensions.map((dimension) => ({
        ...dimension,
        score: { ...withheldScore, value: secret, low: secret, high: secret } as typeof withheldScore,
        self: secret,
        items: [],
      }));
      const markup = report({
        dimensions,
        patterns: [],
        overall: { ...sampleSeatReport.overall, score: withheldScore },
      });
      expect(markup).not.toContain(String(secret));
      expect(markup.match(/Withheld: fewer than 5 answers\./g)?.length).toBe(5);
    }),
    { numRuns: 20 },
  );
});

test("where nothing is shown there is nothing to compare, and no claim that views are alike", () => {
  const hide = <T extends { score: Score; gap: unknown }>(area: T): T => ({ ...area, score: withheldScore, gap: null });
  const text = plain(
    report({ dimensions: sampleSeatReport.dimensions.map(hide), patterns: sampleSeatReport.patterns.map(hide) }),
  );
  expect(text).toContain("There is nothing to compare: no area has both your own answer and a score.");
  expect(text).not.toContain("Nowhere do you");
});

test("below 20 answers no share, agreement or exact number of answers of a statement is printed", () => {
  const dimensions = sampleSeatReport.dimensions.map((dimension) => ({
    ...dimension,
    items: dimension.items.map((item) => ({ ...item, score: sampleScore(60, "5–19"), agreement: "strong" as const })),
  }));
  const markup = report({ dimensions, patterns: [], answers: 16 });
  expect(markup).not.toContain('class="shares num"');
  expect(markup).not.toContain("strong agreement");
  expect(markup).not.toMatch(/n 16|n 27/);
  expect(markup).toContain("n 5–19");
});

const absent: [string, SeatReport, string][] = [
  [
    "withheld",
    {
      format: "tandem/report/1",
      seat: "vpe",
      quarter: "2026-Q2",
      invited: 12,
      kind: "withheld",
      leaderName: "J",
      leaderId: "l",
    },
    "Fewer than 5 engineers answered about the VPoE, so there is no result for Q2 2026, for anyone. Their ballots were destroyed unread.",
  ],
  [
    "vacant",
    { format: "tandem/report/1", seat: "vpe", quarter: "2026-Q2", invited: 12, kind: "vacant" },
    "The VPoE seat is vacant",
  ],
];

test.each(absent)("a %s seat says so calmly and shows no number", (_, absentReport, words) => {
  const text = plain(html(<LeaderReport {...props} report={absentReport} />));
  expect(text).toContain(words);
  expect(text).not.toContain("What the role asks for");
  for (const comment of sampleComments) expect(text).not.toContain(comment.text);
});

const bySlice = (scores: readonly (readonly [value: string, score: Score])[]): SliceReport => ({
  name: "team",
  values: scores.map(([value, score]) => ({
    value,
    invited: 12,
    areas: [...sampleSeatReport.dimensions, ...sampleSeatReport.patterns].map(({ key }) => ({
      key,
      score,
      change: { kind: "held-back", people: 2 },
    })),
  })),
});

test("a report with slices tells each area by team in the given order, calm where a team is withheld", () => {
  const hidden: Score = { kind: "withheld", why: "would-reveal-another-group" };
  const slices = [bySlice([["Data", sampleScore(40, "5–19")], ["Platform", hidden], ["Product", sampleScore(80)]])]; // biome-ignore format: a row
  const text = plain(report({ slices }));
  const part = text.slice(text.indexOf("By team"), text.indexOf("Every statement"));
  expect(part).toMatch(/All engineers: \d+, \d+–\d+ Data 12 invited, change held back: 2 people joined or left 40/);
  expect(part).toContain("Platform 12 invited Withheld: it would reveal a smaller group.");
  expect(part.indexOf("Data")).toBeLessThan(part.indexOf("Platform"));
  expect(part.indexOf("Platform")).toBeLessThan(part.indexOf("Product"));
  expect(part).toContain("The board page never has it.");
});

test("the scores by team are folded below their heading, without scripts, and the fold says what it holds", () => {
  const slices = [bySlice([["Data", sampleScore(40, "5–19")], ["Product", sampleScore(80)]])]; // biome-ignore format: a row
  const markup = report({ slices });
  const part = markup.slice(markup.indexOf("<h2>By team</h2>"), markup.indexOf("<h2>Every statement</h2>"));
  expect(part).toMatch(
    /<p[^>]*>Data and Product, in each of 10 areas\.<\/p><details class="fold"><summary[^>]*>Each area by team/,
  );
  expect(part.split('<details class="fold">')[1]).toMatch(/<table.*<\/table>.*<\/details>/);
});

test("a report without slices has no such section", () => {
  expect(report()).not.toContain("By team");
});
