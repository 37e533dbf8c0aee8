import { expect, test } from "vitest";
import type { Answer } from "./answers";
import type { AskedCommitment } from "./commitment-statement";
import type { SeatReport } from "./report";
import { ballot, ballots, reportOf, tallyOf } from "./report-fixtures";
import { buildReport } from "./tally";

const key = "commitment-2026-q1-cto-2";
const commitments: AskedCommitment[] = [{ key, seat: "cto", text: "Set a one-day rule." }];

const shown = (report: SeatReport) => {
  if (report.kind !== "shown") throw new Error(`the report is ${report.kind}`);
  return report;
};
/** 30 engineers, of whom the first `count` say how often the announced thing happened. */
const saying = (count: number, answer: Answer) =>
  ballots(30, (index) => ballot(3, index < count ? { [key]: answer } : {}));
const resultOf = (count: number, answer: Answer) =>
  shown(reportOf(saying(count, answer), 40, { commitments }).cto).commitments?.[0];

test("a declared announcement is counted for its own seat alone", () => {
  const report = reportOf(saying(24, 4), 40, { commitments });
  expect(shown(report.cto).commitments).toMatchObject([
    { key, text: "Set a one-day rule.", score: { kind: "shown", value: 75, answers: 24 } },
  ]);
  expect(shown(report.vpe)).not.toHaveProperty("commitments");
});

test("it takes no part in any area, statement, change or number of answers", () => {
  const without = reportOf(saying(24, 5), 40);
  const { commitments: asked, ...rest } = shown(reportOf(saying(24, 5), 40, { commitments }).cto);
  expect(asked).toHaveLength(1);
  expect(rest).toEqual(without.cto);
});

test("below 5 answers of its own it is withheld, below 20 a mean that is clipped, from 20 in three bins", () => {
  expect(resultOf(4, 5)).toMatchObject({ score: { kind: "withheld", why: "too-few-answers" }, distribution: null });
  expect(resultOf(5, 5)).toMatchObject({
    score: { kind: "shown", clipped: "high", answers: "5–19" },
    distribution: null,
  });
  const spread = ballots(30, (index) =>
    ballot(3, index < 21 ? { [key]: ([2, 3, 5] as const)[index % 3] ?? null } : {}),
  );
  const [result] = shown(reportOf(spread, 40, { commitments }).cto).commitments ?? [];
  expect(result).toMatchObject({ score: { answers: 21 }, distribution: [{ to: 2 }, { from: 3, to: 3 }, { from: 4 }] });
  expect(resultOf(24, null)).toMatchObject({ score: { kind: "withheld" }, littleVisible: true });
});

test("keys that the manifest does not declare are ignored", () => {
  const report = reportOf(saying(24, 5), 40);
  expect(shown(report.cto)).not.toHaveProperty("commitments");
  expect(JSON.stringify(report)).not.toContain(key);
});

test("whoever does not rate the leader has no say about what the leader announced", () => {
  const others = ballots(10, () => ballot(3, { [key]: 1 }, { seats: ["vpe"] }));
  const report = reportOf([...saying(24, 5), ...others], 40, { commitments });
  expect(shown(report.cto).commitments?.[0]).toMatchObject({ score: { answers: 24, clipped: "high" } });
});

test("executives are not asked: whatever is sent in their name does not count", () => {
  const executive = { invited: 10, ballots: ballots(10, () => ballot(3, { [key]: 1 })) };
  const { groups, ...setup } = tallyOf(saying(24, 4), 40, { commitments });
  const { report } = buildReport({ ...setup, groups: { ...groups, executive } });
  expect(shown(report.cto).commitments?.[0]?.score).toMatchObject({ value: 75, answers: 24 });
});

test("a vacant seat has no result, even when something was declared for it", () => {
  const seats = { ...tallyOf([], 40).seats, cto: { kind: "vacant" as const } };
  expect(reportOf(saying(24, 4), 40, { commitments, seats }).cto).not.toHaveProperty("commitments");
});
