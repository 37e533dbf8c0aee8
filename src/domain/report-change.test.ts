import { expect, test } from "vitest";
import type { Answer } from "./answers";
import type { Change, DimensionResult, FrozenReport } from "./report";
import { changeOf, changesOf } from "./report-change";
import { ballot, ballots, reportOf } from "./report-fixtures";
import type { TallyInput } from "./tally";

const steady = (index: number) => ballot(index % 2 === 0 ? 3 : 4);
const outward = (index: number, answer: Answer) =>
  ballot(index % 2 === 0 ? 3 : 4, { cto_outside_contact: answer, cto_outside_insight: answer });
const before = reportOf(
  ballots(28, (index) => outward(index, 5)),
  36,
);
const changeIn = (report: FrozenReport, key: string): Change | undefined =>
  report.cto.kind === "shown" ? report.cto.dimensions.find((area) => area.key === key)?.change : undefined;
const after = (more: Partial<TallyInput> = {}, count = 28, invited = 36): FrozenReport =>
  reportOf(
    ballots(count, (index) => outward(index, 2)),
    invited,
    { previous: before, rosterChange: 0, ...more },
  );

test("a first result has no comparison", () => {
  expect(changeIn(before, "cto_outward")).toEqual({ kind: "first" });
});

test("a large fall is marked with its uncertainty, and an unchanged area says what could have been seen", () => {
  expect(changeIn(after(), "cto_outward")).toMatchObject({ kind: "marked", to: 25 });
  const still = changeIn(after(), "cto_vision_culture");
  expect(still).toMatchObject({ kind: "none", p: 1 });
  expect(still?.kind === "none" && still.smallestVisible).toBeGreaterThan(5);
});

test("a new person in the seat is not compared with the one before, in the seat or in the pair", () => {
  const person = { kind: "held", name: "Kim", leaderId: "kim" } as const;
  const report = after({
    seats: { cto: person, vpe: { kind: "held", name: "Jonas Brandt", leaderId: "jonas" }, onePerson: false },
  });
  expect(changeIn(report, "cto_outward")).toEqual({ kind: "not-comparable", why: "new-person" });
  expect(report.pair.kind === "shown" && report.pair.dimensions[0]?.change).toEqual({
    kind: "not-comparable",
    why: "new-person",
  });
  expect(report.vpe.kind === "shown" && report.vpe.dimensions[0]?.change.kind).toBe("none");
});

test.each([1, 4])("with %i joined or left the change is held back", (people) => {
  expect(changeIn(after({ rosterChange: people }), "cto_outward")).toEqual({ kind: "held-back", people });
});

test("with five joined or left the change is told", () => {
  expect(changeIn(after({ rosterChange: 5 }), "cto_outward")?.kind).toBe("marked");
});

test("a low or very different response bars the comparison", () => {
  expect(changeIn(after({}, 14, 36), "cto_outward")).toEqual({ kind: "not-comparable", why: "low-response" });
  expect(changeIn(after({}, 18, 36), "cto_outward")).toEqual({ kind: "not-comparable", why: "response-changed" });
});

test("a withheld quarter before bars the comparison", () => {
  const previous = reportOf(ballots(4, steady), 36);
  expect(changeIn(after({ previous }), "cto_outward")).toEqual({ kind: "not-comparable", why: "withheld" });
});

test("a dimension is not compared over different published statements", () => {
  const previous = reportOf(
    ballots(28, (index) => ballot(4, { cto_ideas_out: index < 4 ? 4 : null })),
    36,
  );
  expect(changeIn(after({ previous }), "cto_innovation")).toEqual({ kind: "not-comparable", why: "withheld" });
});

const yearChangeIn = (report: FrozenReport, key: string): Change | undefined =>
  report.cto.kind === "shown" ? report.cto.dimensions.find((area) => area.key === key)?.yearChange : undefined;

test("the same quarter last year is compared beside the quarter before, by the same rules and in a family of its own", () => {
  const steadyQuarter = reportOf(
    ballots(28, (index) => outward(index, 2)),
    36,
  );
  const report = after({ previous: steadyQuarter, yearBefore: { report: before, rosterChange: 9 } });
  expect(changeIn(report, "cto_outward")?.kind).toBe("none");
  expect(yearChangeIn(report, "cto_outward")).toMatchObject({ kind: "marked", to: 25 });
  expect(report.response.yearRosterChange).toBe(9);
  const heldBack = after({ previous: steadyQuarter, yearBefore: { report: before, rosterChange: 3 } });
  expect(yearChangeIn(heldBack, "cto_outward")).toEqual({ kind: "held-back", people: 3 });
  const kim = { kind: "held", name: "Kim", leaderId: "kim" } as const;
  const newcomer = after({
    yearBefore: { report: before, rosterChange: 9 },
    seats: { cto: kim, vpe: { kind: "held", name: "Jonas Brandt", leaderId: "jonas" }, onePerson: false },
  });
  expect(yearChangeIn(newcomer, "cto_outward")).toEqual({ kind: "not-comparable", why: "new-person" });
  expect(newcomer.pair.kind === "shown" && newcomer.pair.dimensions[0]?.yearChange).toEqual({
    kind: "not-comparable",
    why: "new-person",
  });
});

test("without a cycle a year ago nothing is said about it", () => {
  expect(yearChangeIn(after(), "cto_outward")).toBeUndefined();
  expect(after().response).not.toHaveProperty("yearRosterChange");
});

const area = (key: string, value: number, standardError: number, wordingVersion = "a"): DimensionResult => {
  const score = {
    kind: "shown",
    value,
    clipped: null,
    low: 0,
    high: 100,
    answers: 30,
    standardError,
    degreesOfFreedom: 33,
  } as const;
  const item = {
    key: "i",
    text: "",
    polarity: 1,
    score,
    distribution: null,
    agreement: null,
    littleVisible: false,
    self: null,
    wordingVersion,
  } as const;
  return {
    key,
    label: key,
    score,
    band: null,
    self: null,
    partner: null,
    executives: null,
    gap: null,
    change: { kind: "first" },
    items: [item],
  };
};
const response = before.response;
const family = (then: DimensionResult[], now: DimensionResult[]): string[] =>
  changesOf(now, { response, previous: { response, samePeople: true, areas: then, rosterChange: 0 } }).map(
    ({ kind }) => kind,
  );

test("changed wording bars the comparison of its area only", () => {
  expect(family([area("x", 50, 2), area("y", 50, 2)], [area("x", 70, 2, "b"), area("y", 70, 2)])).toEqual([
    "not-comparable",
    "marked",
  ]);
});

test("a doubtful change is marked alone but not among many that stand still", () => {
  const lone = family([area("x", 50, 3)], [area("x", 58, 3)]);
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const crowd = family(
    [area("x", 50, 3), ...names.map((key) => area(key, 50, 3))],
    [area("x", 58, 3), ...names.map((key) => area(key, 50, 3))],
  );
  expect([lone[0], crowd[0]]).toEqual(["marked", "none"]);
});

test("a certain change under five points is not named", () => {
  expect(family([area("x", 50, 0.1)], [area("x", 54, 0.1)])).toEqual(["none"]);
  const difference = {
    change: 4,
    standardError: 1,
    degreesOfFreedom: 9,
    p: 0.001,
    low: 2,
    high: 6,
    smallestVisible: 2,
  };
  expect(changeOf(50, 54, difference, true).kind).toBe("none");
});
