import { expect, test } from "vitest";
import type { BoardQuarter } from "./board-page";
import { boardCommitments, boardReturns, shortAction } from "./board-page-commitments";
import type { Commitment } from "./commitment";
import { ballot, ballots, reportOf } from "./report-fixtures";

const key = "commitment-2026-q1-cto-2";
const asked = [{ key, seat: "cto" as const, text: "Set a one-day rule." }];
const report = reportOf(
  ballots(24, () => ballot(4, { [key]: 4 })),
  30,
  { commitments: asked },
);
const last: BoardQuarter = {
  quarter: "2026-Q2",
  opensOn: "2026-06-01",
  closesOn: "2026-06-19",
  report: { invited: 30, ballots: 24, ...report },
};
const before: BoardQuarter = { ...last, quarter: "2026-Q1" };
const earlier: Commitment = {
  quarter: "2026-Q1",
  seat: "cto",
  kind: "pattern",
  subject: "control_freak",
  action: "Set a one-day rule. If there is no answer within one working day, the proposal counts as approved.",
  dueOn: "2026-05-31",
  state: "kept",
  leaderId: "ines",
  leaderName: "Ines Aalto",
  sharedAt: new Date("2026-03-29"),
  closedAt: new Date("2026-05-30"),
};
const fresh: Commitment = {
  ...earlier,
  quarter: "2026-Q2",
  kind: "responsibility",
  subject: "cto_outward",
  action: "Book four customer conversations a month.",
  dueOn: "2026-09-30",
  state: "shared",
  closedAt: null,
};
const sentences = (commitments: Commitment[]) =>
  boardCommitments([before, last], commitments).map(({ sentence }) => sentence);

test("the status of the last commitment stands before the new one, with what engineers say", () => {
  expect(sentences([earlier, fresh])).toEqual([
    "CTO, holds every decision: “Set a one-day rule”, due 31 May, kept. Engineers: often, 75 (67–83).",
    "CTO, outward view: “Book four customer conversations a month”, due 30 September. Asked of engineers in the next cycle.",
  ]);
});

test("a seat has two lines at most, and keeps one for each quarter when it has both", () => {
  const four = [
    earlier,
    { ...earlier, kind: "responsibility" as const, subject: "cto_outward" },
    fresh,
    { ...fresh, kind: "pattern" as const, subject: "critic" },
  ];
  const lines = sentences(four);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("due 31 May");
  expect(lines[1]).toContain("due 30 September");
  expect(sentences(four.slice(2))).toHaveLength(2);
  expect(sentences(four.slice(0, 2))).toHaveLength(2);
});

test("drafts, and what a former leader announced, never reach the board", () => {
  expect(
    sentences([
      { ...fresh, state: "draft" },
      { ...earlier, leaderId: "former" },
    ]),
  ).toEqual([]);
});

test("what was closed more than a quarter ago is told no more; what is still open is", () => {
  const old = { ...earlier, quarter: "2025-Q3" };
  expect(sentences([old])).toEqual([]);
  expect(sentences([{ ...old, state: "shared", closedAt: null }])).toHaveLength(1);
});

test("below 5 answers the board reads that it is withheld", () => {
  const few = reportOf(
    ballots(24, (index) => ballot(4, index < 4 ? { [key]: 4 } : {})),
    30,
    { commitments: asked },
  );
  const [line] = boardCommitments([before, { ...last, report: { invited: 30, ballots: 24, ...few } }], [earlier]);
  expect(line?.sentence).toMatch(/kept\. Engineers: withheld, fewer than 5 could observe this\.$/);
});

test("an action is cut to a line: its first sentence, or whole words", () => {
  expect(shortAction("Visit two customers. Listen only.")).toBe("Visit two customers");
  const long = shortAction("word ".repeat(48).trim());
  expect(long).toMatch(/^(word )+…$/);
  expect(long.length).toBeLessThanOrEqual(62);
});

test("a pattern that came back is named with its seat", () => {
  const quarter = (name: string, answer: 2 | 4): BoardQuarter => {
    const said = ballots(24, () => ballot(3, { cto_control_1: answer, cto_control_2: answer }));
    return {
      ...last,
      quarter: name,
      closesOn: `${name.slice(0, 4)}-06-19`,
      report: { invited: 30, ballots: 24, ...reportOf(said, 30, { quarter: name }) },
    };
  };
  const kept = { ...earlier, quarter: "2024-Q2", closedAt: new Date("2025-01-10") };
  const returns = boardReturns([quarter("2024-Q2", 4), quarter("2025-Q2", 2), quarter("2026-Q2", 4)], [kept]);
  expect(returns).toEqual([expect.stringMatching(/^CTO: Holds every decision is back: high in Q2 2026/)]);
});
