import { expect, test } from "vitest";
import { checkOpening, type OpeningFacts } from "./opening";
import { rosterDifference } from "./roster-difference";

const two = { cto: { memberId: "a", name: "Ada" }, vpe: { memberId: "b", name: "Bo" } };
const facts: OpeningFacts = { engineers: 30, executives: 9, seats: two, rosterChange: 7, daysSincePrevious: 91 };
const titles = (changed: Partial<OpeningFacts>, level: string) =>
  checkOpening({ ...facts, ...changed })
    .findings.filter((finding) => finding.level === level)
    .map((finding) => finding.title);

test("a company with enough people and two leaders may open, and both groups are heard", () => {
  expect(checkOpening(facts)).toMatchObject({
    mayOpen: true,
    groups: [
      { group: "engineer", invited: 30 },
      { group: "executive", invited: 9 },
    ],
  });
});

test("seven engineers cannot be anonymous: the cycle does not open, whatever else is right", () => {
  expect(checkOpening({ ...facts, engineers: 7 }).mayOpen).toBe(false);
  expect(checkOpening({ ...facts, engineers: 8 }).mayOpen).toBe(true);
  const said = (engineers: number) =>
    checkOpening({ ...facts, engineers }).findings.find(({ level }) => level === "stop");
  expect(said(7)?.detail).toContain("cannot be anonymous here");
  expect(said(1)?.title).toContain("1 engineer is on the roster");
  expect(said(0)).toMatchObject({
    title: expect.stringMatching(/^Nobody is on the roster yet/),
    detail: "Import a roster.",
  });
});

test("seven executives are not asked, and the admin is told so", () => {
  expect(checkOpening({ ...facts, executives: 7 }).groups).toEqual([{ group: "engineer", invited: 30 }]);
  expect(titles({ executives: 7 }, "note")).toEqual(["7 executives are too few to be heard."]);
});

test("two vacant seats stop the opening; one vacant seat or one person in both is a note", () => {
  expect(titles({ seats: { cto: null, vpe: null } }, "stop")).toEqual(["Both seats are vacant."]);
  expect(titles({ seats: { cto: two.cto, vpe: null } }, "note")).toEqual(["The VPoE seat is vacant."]);
  expect(titles({ seats: { cto: two.cto, vpe: two.cto } }, "note")).toEqual(["Ada holds both seats."]);
});

test("one to four people joined or left: the change will be held back", () => {
  for (const rosterChange of [1, 4]) expect(titles({ rosterChange }, "note")).toHaveLength(1);
  for (const rosterChange of [0, 5, null]) expect(titles({ rosterChange }, "note")).toEqual([]);
});

test("fifty-nine days after the last cycle are too few, sixty are enough", () => {
  expect(titles({ daysSincePrevious: 59 }, "stop")).toEqual(["The last cycle opened 59 days ago."]);
  expect(titles({ daysSincePrevious: 1 }, "stop")).toEqual(["The last cycle opened yesterday."]);
  expect(titles({ daysSincePrevious: 0 }, "stop")).toEqual(["The last cycle opened today."]);
  expect(titles({ daysSincePrevious: 60 }, "stop")).toEqual([]);
});

test("a roster difference counts who joined and who left", () => {
  expect(rosterDifference(["a", "b", "c"], ["b", "c", "d", "e"])).toBe(3);
  expect(rosterDifference([], [])).toBe(0);
});
