import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, DimensionResult, Gap, PatternResult, Score, SeatReport } from "./report";
import { anyBallot, reportOf, self } from "./report-fixtures";
import { frequencyWord, signed } from "./report-words";
import { seatSummary, sentenceText } from "./sentences";

const score = (value: number): Score => ({
  kind: "shown",
  value,
  clipped: null,
  low: value - 6,
  high: value + 6,
  answers: 27,
  standardError: 3,
  degreesOfFreedom: 30,
});
const none: Change = { kind: "none", from: 60, to: 61, smallestVisible: 9.2, p: 0.8 };
const fell: Change = { kind: "marked", from: 59, to: 46, change: -13, low: -21.2, high: -4.8, p: 0.001 };
const rose: Change = { kind: "marked", from: 60, to: 74, change: 14, low: 5, high: 23, p: 0.01 };
const labels = [
  "Vision and culture",
  "Technical judgement",
  "Outward view",
  "Communication",
  "Innovation: culture and voice",
];

const dimension = (label: string, value: number | null, more: Partial<DimensionResult> = {}): DimensionResult => ({
  key: label,
  label,
  score: value === null ? { kind: "withheld", why: "too-few-answers" } : score(value),
  band: null,
  self: null,
  partner: null,
  executives: null,
  gap: null,
  change: none,
  items: [],
  ...more,
});
const pattern = (label: string, value: number, more: Partial<PatternResult> = {}): PatternResult => ({
  ...dimension(label, value),
  deckName: label,
  neutralLabel: label,
  tentative: false,
  oftenPercent: null,
  ...more,
  band: more.band ?? "low",
});
const areas = (values: (number | null)[], changes: Change[] = []): DimensionResult[] =>
  labels.map((label, index) => dimension(label, values[index] ?? null, { change: changes[index] ?? none }));
const report = (dimensions: DimensionResult[], patterns: PatternResult[] = []): SeatReport => ({
  format: "tandem/report/1",
  seat: "cto",
  quarter: "2026-Q2",
  invited: 36,
  kind: "shown",
  leaderName: "Ines",
  leaderId: "ines",
  answers: 27,
  dimensions,
  patterns,
  overall: {
    key: "overall_cto",
    text: "",
    polarity: 1,
    score: score(60),
    distribution: null,
    agreement: null,
    littleVisible: false,
    self: null,
    wordingVersion: "",
  },
  comments: { kind: "shown" },
});
const texts = (of: SeatReport): string[] => seatSummary(of, "Q1 2026").map(sentenceText);
const mock = [71, 78, 46, 58, 63];

test("two strengths are named, strong, with the word of the scale", () => {
  const [strengths] = seatSummary(report(areas(mock)), "Q1 2026");
  expect(strengths?.filter((run) => run.strong).map(({ text }) => text)).toEqual([
    "technical judgement",
    "vision and culture",
  ]);
  expect(texts(report(areas(mock)))[0]).toBe(
    "Your engineers see technical judgement and vision and culture as your strongest areas: this happens often.",
  );
});

test.each([
  [
    [71, 95, 46, 58, 63],
    "Your engineers see technical judgement and vision and culture as your strongest areas: the first happens almost always, the second often.",
  ],
  [[61, 78, 46, 58, 63], "Your engineers see technical judgement as your strongest area: this happens often."],
  [[55, 60, 46, 58, 50], "Your engineers see technical judgement most often: between sometimes and often."],
  [[null, 80, null, null, null], "Your engineers see technical judgement most often: often."],
  [[null, null, null, null, null], "No area is shown: fewer than 5 engineers could observe each of them."],
])("strengths of %j", (values, expected) => {
  expect(texts(report(areas(values)))[0]).toBe(expected);
});

test("a marked change comes with its uncertainty and the smallest change that could have been seen elsewhere", () => {
  expect(texts(report(areas(mock, [none, none, fell])))[1]).toBe(
    "Outward view fell from 59 to 46 (change −13, likely between −21 and −5). In the other four areas there is no clear change; with 27 answers only changes above about 9 points can be seen.",
  );
});

test("several marked changes stand in order of their evidence, patterns among them", () => {
  const patterns = [pattern("Holds every decision", 41, { change: rose })];
  expect(
    texts(report(areas(mock, [none, none, fell, none, { kind: "not-comparable", why: "withheld" }]), patterns))[1],
  ).toBe(
    "Outward view fell from 59 to 46 (change −13, likely between −21 and −5). Holds every decision rose from 60 to 74 (change +14, likely between +5 and +23). In the other three areas there is no clear change; with 27 answers only changes above about 9 points can be seen.",
  );
  const all = texts(report(areas(mock, [fell, fell, fell, fell, rose])))[1];
  expect(all?.endsWith("(change +14, likely between +5 and +23).")).toBe(true);
});

test.each<[Change, string]>([
  [
    none,
    "There is no clear change since Q1 2026 in any of the five areas; with 27 answers only changes above about 9 points can be seen.",
  ],
  [{ kind: "first" }, "First result, no comparison yet."],
  [{ kind: "held-back", people: 1 }, "Change held back: 1 person joined or left."],
  [{ kind: "held-back", people: 3 }, "Change held back: 3 people joined or left."],
  [{ kind: "not-comparable", why: "new-person" }, "No comparison with Q1 2026: another person held the seat."],
  [{ kind: "not-comparable", why: "withheld" }, "No comparison with Q1 2026: one of the two results is withheld."],
  [
    { kind: "not-comparable", why: "wording-changed" },
    "No comparison with Q1 2026: the wording of the statements changed.",
  ],
  [
    { kind: "not-comparable", why: "low-response" },
    "No comparison with Q1 2026: fewer than 40 % of the engineers answered in one of the two quarters.",
  ],
  [
    { kind: "not-comparable", why: "response-changed" },
    "No comparison with Q1 2026: the share of engineers who answered changed by more than 25 points.",
  ],
])("when every area says %j", (change, expected) => {
  expect(
    texts(
      report(
        areas(
          mock,
          labels.map(() => change),
        ),
      ),
    )[1],
  ).toBe(expected);
});

test("where only some areas can be compared, only those are counted", () => {
  const barred: Change = { kind: "not-comparable", why: "withheld" };
  expect(texts(report(areas(mock, [none, barred, barred, barred, barred])))[1]).toMatch(
    /^In one area there is no clear change;/,
  );
  expect(texts(report(areas(mock, [none, fell, barred, barred, barred])))[1]).toMatch(
    /\. In the other area there is no clear change;/,
  );
});

const gap = (points: number, label: Gap["label"]): Gap => ({ points, label });

test.each<[Gap | null, number | null, string]>([
  [
    gap(16, "blind_spot"),
    30,
    "About 30 % of your engineers often meet this pattern: holds every decision. You see this more rarely than they do.",
  ],
  [
    gap(-16, "hidden_strength"),
    30,
    "About 30 % of your engineers often meet this pattern: holds every decision. You see this more often than they do.",
  ],
  [
    gap(3, "aligned"),
    30,
    "About 30 % of your engineers often meet this pattern: holds every decision. You see this about as often as they do.",
  ],
  [null, 30, "About 30 % of your engineers often meet this pattern: holds every decision."],
  [
    gap(14, "unclear"),
    null,
    "Your engineers meet this pattern between rarely and sometimes (41): holds every decision.",
  ],
])("the highest elevated pattern with gap %j", (own, oftenPercent, expected) => {
  const patterns = [
    pattern("Builds alone", 36, { band: "elevated" }),
    pattern("Holds every decision", 41, { band: "elevated", gap: own, oftenPercent }),
  ];
  expect(texts(report(areas(mock), patterns))[2]).toBe(expected);
});

test("without an elevated pattern the largest clear difference in view is told", () => {
  const dimensions = areas(mock).map((entry) =>
    entry.label === "Outward view" ? { ...entry, self: 75, gap: gap(29, "blind_spot_large") } : entry,
  );
  expect(texts(report(dimensions))[2]).toBe(
    "You and your engineers differ most on outward view: you say often, they say sometimes.",
  );
});

test("no clear difference and no self-rating have words of their own", () => {
  const rated = areas(mock).map((entry) => ({ ...entry, self: 60, gap: gap(2, "aligned") }));
  expect(texts(report(rated))[2]).toBe("Nowhere do you and your engineers differ clearly.");
  expect(texts(report(areas(mock)))[2]).toBe(
    "You did not rate yourself, so there is nothing to compare their view with.",
  );
});

test("where no area has both views, nothing is called alike", () => {
  const hidden = areas(mock).map((entry) => ({ ...entry, self: 60, score: score(50), gap: null }));
  expect(texts(report(hidden))[2]).toBe(
    "No area has both your own answer and a score, so there is nothing to compare.",
  );
});

test("with very many answers the smallest change that can be seen is the smallest that is named", () => {
  const still = areas(mock).map((entry) => ({ ...entry, change: { ...none, smallestVisible: 1.1 } }));
  expect(texts(report(still))[1]).toContain("only changes above about 5 points can be seen");
});

test("a withheld report and a vacant seat are one sentence each", () => {
  const header = { format: "tandem/report/1", seat: "vpe", quarter: "2026-Q2", invited: 36 } as const;
  expect(texts({ ...header, kind: "withheld", leaderName: "Jonas", leaderId: "jonas" })).toEqual([
    "Fewer than 5 engineers answered about the VPoE, so there is no result for Q2 2026, for anyone. No answer about the seat was kept.",
  ]);
  expect(texts({ ...header, kind: "vacant" })).toEqual([
    "The VPoE’s seat was vacant in Q2 2026, so nothing was asked about it.",
  ]);
});

test("values between two answers are said as between them", () => {
  expect([0, 6, 7, 25, 46, 58, 100].map(frequencyWord)).toEqual([
    "never",
    "never",
    "between never and rarely",
    "rarely",
    "sometimes",
    "between sometimes and often",
    "almost always",
  ]);
  expect([13.4, -13.4, 0, -0.2].map(signed)).toEqual(["+13", "−13", "0", "0"]);
});

test("no sentence holds a number of a withheld score, whatever was answered", () => {
  fc.assert(
    fc.property(fc.array(anyBallot, { maxLength: 26 }), fc.array(anyBallot, { maxLength: 26 }), (one, other) => {
      const previous = reportOf(one, 30);
      const attributed = { self: { cto: self(4), vpe: self(2) }, partner: { cto: null, vpe: null } };
      const now = reportOf(other, 30, { previous, rosterChange: 0, attributed });
      for (const seat of [now.cto, now.vpe]) {
        const text = texts(seat).join(" ");
        expect(text).not.toMatch(/undefined|NaN|Infinity|null/);
        if (seat.kind !== "shown") continue;
        const hidden = [...seat.dimensions, ...seat.patterns].filter(({ score }) => score.kind === "withheld");
        for (const { label } of hidden) expect(text.toLowerCase()).not.toContain(`${label.toLowerCase()} `);
      }
    }),
    { numRuns: 60 },
  );
});
