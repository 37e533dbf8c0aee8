import { expect, test } from "vitest";
import type { ComparedRow, RosterCounts } from "@/domain/roster-comparison";
import { losesMany, outcomeTag, sectionWords, usableRows } from "./outcome-words";

const counts = (more: Partial<RosterCounts>): RosterCounts => ({
  rows: 38,
  unchanged: 29,
  join: 6,
  change: 1,
  leave: 1,
  fix: 2,
  "left-out": 0,
  managed: 0,
  ...more,
});
const row: ComparedRow = {
  outcome: "change",
  line: 28,
  name: "Samir Patel",
  email: "samir.patel@norrvik.com",
  group: "engineer",
  slices: { team: "Product" },
  issues: [],
  before: { name: "Samir Patel", group: "engineer", slices: { team: "Mobile" } },
};

test("the tag names what changes", () => {
  expect(outcomeTag(row).words).toBe("Changes team");
  expect(outcomeTag({ ...row, name: "Sam Patel" }).words).toBe("Changes name and team");
  expect(outcomeTag({ ...row, outcome: "leave", before: null })).toEqual({
    tone: "warn",
    words: "Not in the file: leaves",
  });
});

test("one row and several rows are spoken of differently", () => {
  expect(sectionWords("fix", counts({}))).toBe("2 rows need a decision. They are left out until fixed.");
  expect(sectionWords("fix", counts({ fix: 1 }))).toBe("1 row needs a decision. It is left out until fixed.");
});

test("rows that are bad or left out are not applied", () => {
  expect(usableRows(counts({ "left-out": 3 }))).toBe(33);
});

test("a file that misses more than a third of the roster is doubted", () => {
  expect(losesMany(counts({}))).toBe(false);
  expect(losesMany(counts({ unchanged: 20, change: 0, leave: 10 }))).toBe(false);
  expect(losesMany(counts({ unchanged: 19, change: 0, leave: 10 }))).toBe(true);
  expect(losesMany(counts({ unchanged: 0, change: 0, leave: 2 }))).toBe(false);
});
