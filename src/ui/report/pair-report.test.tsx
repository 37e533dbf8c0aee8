import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
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

test("one person in both seats gets the crossroads of the talk in place of a pair", () => {
  const text = plain(<PairReport {...props} report={{ ...head, kind: "one-person", roleMap: threeNumbers }} />);
  expect(text).toContain("One person holds both seats");
  expect(text).toContain("become the VPoE and hire a CTO, or stay CTO and hire a VPoE");
  expect(text).not.toContain("As a team of two");
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
