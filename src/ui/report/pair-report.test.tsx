import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sampleScore, sampleSeatReport } from "./fixtures";
import { sampleChain, samplePairReport, samplePairSummary, sampleRoleRows } from "./pair-fixtures";
import { PairReport, type PairReportProps } from "./pair-report";
import { mostNamed, pairViews } from "./pair-view";
import { confusionWord } from "./role-map-numbers";

const plain = (node: ReactNode): string =>
  renderToStaticMarkup(node)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const props: Omit<PairReportProps, "report"> = {
  company: "Norrvik",
  summary: samplePairSummary,
  previousQuarter: "2026-Q1",
  period: "1 to 19 June 2026",
};
const head = { format: "tandem/report/1", quarter: "2026-Q2", invited: 12 } as const;
const threeNumbers = {
  kind: "shown",
  answers: 12,
  ctoActsAsVpe: 31,
  vpeActsAsCto: 14,
  roleConfusion: 29,
  rows: null,
} as const;

test("the pair report shows the two together and never compares the two people", () => {
  const text = plain(<PairReport {...props} report={samplePairReport} chain={sampleChain} />);
  expect(text).toContain("25 of 36 engineers rated both leaders");
  expect(text).toContain("No score here compares the two people.");
  expect(text).toContain("Innovation chain: culture 68");
  expect(text).not.toContain("You:");
});

test("below 20 answers the three numbers stand without the map", () => {
  const text = plain(<PairReport {...props} report={{ ...samplePairReport, roleMap: threeNumbers }} />);
  expect(text).toContain("CTO acts as VPoE 31 unclear, above 30");
  expect(text).toContain("The map itself is shown from 20 answers.");
  expect(text).not.toContain("Leads the hiring of engineers");
});

test("a withheld role map and a withheld pair show no number", () => {
  const map = plain(
    <PairReport {...props} report={{ ...samplePairReport, roleMap: { kind: "withheld", why: "too-few-answers" } }} />,
  );
  expect(map).toContain("Withheld: fewer than 5 answers.");
  expect(map).not.toContain("CTO acts as VPoE");
  const all = plain(<PairReport {...props} report={{ ...head, kind: "withheld" }} />);
  expect(all).toContain("Fewer than 5 engineers answered about the two together");
  expect(all).not.toContain("Who mostly does what");
});

const crossroads = {
  verdict: "The answers do not tell the two apart: the intervals of the two roles overlap.",
  evidence: ["As CTO: 74, between 62 and 86, over five areas."],
  cost: ["What nobody does can be named from 20 answers."],
};
const vpeReport = { ...sampleSeatReport, seat: "vpe" as const };

test("one person in both seats reads the crossroads in place of a pair: the question, its answer, and each role by itself", () => {
  const text = plain(
    <PairReport
      {...props}
      report={{ ...head, kind: "one-person", roleMap: threeNumbers }}
      crossroads={crossroads}
      profiles={[sampleSeatReport, vpeReport]}
    />,
  );
  expect(text).toContain("Crossroads, Q2 2026");
  expect(text).toContain(
    "Become the VP of Engineering and hire a CTO, or remain the CTO and hire a VP of Engineering? The answers do not tell the two apart",
  );
  expect(text).toContain("As CTO Engineers, with 95 % interval");
  expect(text).toContain("As VPoE Engineers, with 95 % interval");
  expect(text).toContain("What nobody does can be named from 20 answers.");
  expect(text).not.toContain("The two together");
  expect(text).not.toContain("As a team of two");
  expect(text).not.toContain("CTO acts as VPoE");
});

test("beside an empty seat the crossroads shows the role that is filled and what the empty one costs", () => {
  const text = plain(
    <PairReport
      {...props}
      report={{ ...head, kind: "vacant", roleMap: threeNumbers }}
      crossroads={{ ...crossroads, cost: ["The CTO covers, in the eyes of half or more: leads hiring (55 %)."] }}
      profiles={[sampleSeatReport]}
    />,
  );
  expect(text).toContain("The role that is filled");
  expect(text).not.toContain("As VPoE");
  expect(text).toContain("What the empty seat costs");
  expect(text).toContain("The CTO covers, in the eyes of half or more: leads hiring (55 %).");
});

test("the pair reads in sentences who acts for whom, what is contested and what nobody does", () => {
  const text = plain(<PairReport {...props} report={samplePairReport} />);
  expect(text).toContain("The CTO acts as VPoE: on average 31 % of the engineers name the CTO");
  expect(text).toContain("Contested, with both named by 30 % or more: ");
  expect(text).toContain("Done by neither, in the eyes of 30 % or more: talks with people outside the company (30 %).");
  expect(text.match(/you two differ/g)?.length).toBe(4);
});

test("the triangle says where the leaders share a blind spot and where they differ", () => {
  const [first, second, third] = samplePairReport.dimensions;
  if (!first || !second || !third) throw new Error("no sample dimensions");
  const dimensions = [
    { ...first, self: 85, partner: 80 },
    { ...second, self: 75, partner: 50 },
    { ...third, self: null, partner: 50 },
  ];
  const text = plain(<PairReport {...props} report={{ ...samplePairReport, dimensions }} />);
  expect(text).toContain("Shared blind spot: you two agree, engineers see it more rarely.");
  expect(text).toContain("You two differ: this is open between you.");
});

const quarters = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    quarter: `202${4 + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
    ...(index === 1
      ? { kind: "withheld" as const }
      : { kind: "shown" as const, value: 50 + index, clipped: null, low: 44, high: 60, fewerThanTen: false }),
  }));

test("the pair's trend is drawn over eight quarters with a table twin, and holes say what they are", () => {
  const panels = samplePairReport.dimensions.map(({ key, label, change }) => ({
    key,
    label,
    points: quarters(8),
    restarts: [4],
    restartsByPerson: [],
    events: [],
    change,
  }));
  const text = plain(<PairReport {...props} report={samplePairReport} trend={panels} />);
  expect(text).toContain("Q1 2024");
  expect(text).toContain("Team of two : withheld".replace(" :", ":"));
  expect(text).toContain("Role clarity: 54 (44–60) , a new line starts".replace(" ,", ","));
});
test("views part when the leaders differ or agree against the engineers", () => {
  const views = pairViews(sampleRoleRows);
  expect(views).toHaveLength(5);
  expect(views.find(({ question }) => question === "Who decides what we build next?")?.kind).toBe("shared-blind-spot");
  const hiring = views.find(({ question }) => question === "Who leads the hiring of engineers?");
  expect(hiring).toMatchObject({ kind: "you-differ", cto: "Both equally", vpe: "The CTO", engineers: "The CTO, 55 %" });
  expect(hiring?.sentence).toContain("side with the VPoE’s view");
});

test("a row of small cells names nobody", () => {
  const row = sampleRoleRows[0];
  if (!row) throw new Error("no sample row");
  const small = { ...row, cto: "vpe", shares: { cto: "–", vpe: "–", both: "–", neither: "–" } as const };
  expect(mostNamed(small)).toBeNull();
  expect(pairViews([small])).toEqual([]);
});

test("confusion is clear below 15 and unclear above 30", () => {
  expect([14.9, 15, 30, 30.1].map(confusionWord)).toEqual([
    "clear, below 15",
    "some overlap",
    "some overlap",
    "unclear, above 30",
  ]);
});

test("the executives' tick is explained where one is drawn, and only there", () => {
  const dimensions = samplePairReport.dimensions.map((area) => ({ ...area, executives: sampleScore(70) }));
  const drawn = plain(<PairReport {...props} report={{ ...samplePairReport, dimensions }} />);
  expect(drawn).toContain("Executives");
  expect(plain(<PairReport {...props} report={samplePairReport} />)).not.toContain("Executives");
});
