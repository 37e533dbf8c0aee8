import { expect, test } from "vitest";
import { ballot, ballots, owners, reportOf } from "./report-fixtures";
import { sentenceText } from "./sentences";
import { pairSummary } from "./sentences-pair";
import type { TallyInput } from "./tally";

const engineers = ballots(22, (index) => ballot(index % 2 === 0 ? 3 : 4, {}, { activities: owners("cto") }));
const textsOf = (count: number, more: Partial<TallyInput> = {}): string[] =>
  pairSummary(reportOf(engineers.slice(0, count), 26, more).pair, "Q1 2026").map(sentenceText);
const ines = { kind: "held", name: "Ines", leaderId: "ines" } as const;

test("the pair reads who does what, then what changed", () => {
  const previous = reportOf(engineers, 26);
  expect(textsOf(22)).toEqual([
    "More than half of the engineers say that the CTO decides what we build next.",
    "First result, no comparison yet.",
  ]);
  expect(textsOf(22, { previous })[1]).toMatch(
    /^There is no clear change since Q1 2026 in any of the three areas; with 22 answers only changes above about \d+ points can be seen\.$/,
  );
});

test("a withheld pair is one calm sentence", () => {
  expect(textsOf(4)).toEqual([
    "Fewer than 5 engineers answered about the two together, so there is no result for Q2 2026, for anyone.",
  ]);
});

test("one person in both seats or a vacant seat says why there is no pair", () => {
  expect(textsOf(22, { seats: { cto: ines, vpe: ines, onePerson: true } })).toEqual([
    "One person held both seats in Q2 2026: there is no pair to report on.",
  ]);
  expect(textsOf(22, { seats: { cto: ines, vpe: { kind: "vacant" }, onePerson: false } })[1]).toBe(
    "A seat was vacant in Q2 2026: there is no pair to report on.",
  );
  expect(textsOf(6, { seats: { cto: ines, vpe: { kind: "vacant" }, onePerson: false } })[0]).toMatch(
    /^Role confusion is \d+ of 100: unclear\.$/,
  );
});
