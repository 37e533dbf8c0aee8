import { expect, test } from "vitest";
import { exampleSheet, parseGroup, parseSlices } from "./roster";

test("an empty group means engineer, and everyday words are understood", () => {
  expect(["", " ", "Engineer", "engineers", "ENG", "Engineering"].map(parseGroup)).toEqual(Array(6).fill("engineer"));
  expect(["executive", "Exec", "leadership"].map(parseGroup)).toEqual(Array(3).fill("executive"));
  expect(["wizard", "ceo", "engineer!"].map(parseGroup)).toEqual([null, null, null]);
});

test("the example file names the company's own domain in every row", () => {
  expect(exampleSheet("norrvik.com").match(/@norrvik\.com/g)).toHaveLength(3);
});

test("stored slices are read with care", () => {
  expect(parseSlices({ team: "Data", site: "", other: "x", tenure: 3 })).toEqual({ team: "Data" });
  expect(parseSlices(null)).toEqual({});
  expect(parseSlices("x")).toEqual({});
});
