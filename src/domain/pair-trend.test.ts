import { expect, test } from "vitest";
import type { Answer } from "./answers";
import type { BoardQuarter } from "./board-page";
import { pairTrend, slopeSentence } from "./pair-trend";
import { ballot, ballots, reportOf } from "./report-fixtures";
import type { TallyInput } from "./tally";

function quartersOf(answers: readonly (Answer | "gap")[], more: (index: number) => Partial<TallyInput> = () => ({})) {
  return answers.map((answer, index): BoardQuarter => {
    const quarter = `202${4 + Math.floor(index / 4)}-Q${(index % 4) + 1}`;
    if (answer === "gap") return { quarter, opensOn: "", closesOn: "", report: null };
    const report = reportOf(
      ballots(30, () => ballot(3, { team_same_answer: answer, team_equal_weight: answer })),
      36,
      { quarter, ...more(index) },
    );
    return { quarter, opensOn: "", closesOn: "", report: { invited: 36, ballots: 30, ...report } };
  });
}
const read = (quarters: readonly BoardQuarter[]) => {
  const pair = quarters.at(-1)?.report?.pair;
  const panels = pairTrend(quarters, pair?.kind === "shown" ? pair.dimensions : []);
  return { panels, sentence: slopeSentence(panels, quarters) };
};

test("the trend holds at most eight quarters and no line of a single one", () => {
  expect(read(quartersOf([3])).panels).toEqual([]);
  const nine = read(quartersOf([3, 3, 3, 3, 3, 3, 3, 3, 3]));
  expect(nine.panels.map(({ points }) => points.length)).toEqual([8, 8, 8]);
});

test("a panel says what the report says about the change, not what the board's stricter test says", () => {
  const quarters = quartersOf([3, 3]);
  const { panels } = read(quarters);
  const pair = quarters[1]?.report?.pair;
  expect(panels.map(({ change }) => change)).toEqual(
    pair?.kind === "shown" ? pair.dimensions.map(({ change }) => change) : [],
  );
});

test("without four quarters of one line nothing is said about a slope", () => {
  expect(read(quartersOf([3, 3, "gap", 3])).sentence).toBeNull();
  const newcomer = (index: number): Partial<TallyInput> =>
    index < 2
      ? {}
      : {
          seats: {
            cto: { kind: "held", name: "Kim", leaderId: "kim" },
            vpe: { kind: "held", name: "Jonas Brandt", leaderId: "jonas" },
            onePerson: false,
          },
        };
  expect(read(quartersOf([3, 3, 3, 3, 3], newcomer)).sentence).toBeNull();
});

test("areas that stand still have no steady rise or fall", () => {
  expect(read(quartersOf([3, 3, 3, 3])).sentence).toBe(
    "Over four quarters none of the three shared areas rises or falls steadily.",
  );
});

test("an area that rises quarter by quarter is named with its interval", () => {
  expect(read(quartersOf([2, 3, 4, 5])).sentence).toMatch(
    /^Over four quarters team of two rises by about 2\d points a quarter \(between 2\d and 2\d\)\.$/,
  );
});
