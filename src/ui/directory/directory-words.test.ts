import { expect, test } from "vitest";
import { changeTexts, countsText, type Place, waitingWords } from "./directory-words";

const ada: Place = { email: "ada@b.example", group: "engineer", slices: { team: "Data" } };

test("every change of a person is told by itself", () => {
  expect(changeTexts(["identity", "move"], ada, { email: "x@b.example", group: "executive", slices: {} })).toEqual([
    "address ada@b.example → x@b.example",
    "engineer → executive",
    "team Data → none",
  ]);
  expect(changeTexts(["leave"], ada, { ...ada, group: null })).toEqual(["leaves the roster"]);
  expect(changeTexts(["move"], { ...ada, group: null, slices: {} }, ada)).toEqual([
    "joins as engineer",
    "team none → Data",
  ]);
});

test("the reason names the first comparison, a new mapping, or the limit that was passed", () => {
  expect(waitingWords({ began: false, reviewed: false, stopped: [] })).toContain("first comparison");
  expect(waitingWords({ began: true, reviewed: true, stopped: ["leave"] })).toContain("What groups mean was changed");
  expect(waitingWords({ began: true, reviewed: false, stopped: ["leave", "identity"] })).toMatch(
    /40 % .* off it, and .* 5 % .* another address\./,
  );
});

test("what waits is counted by what it does", () => {
  expect(countsText({ join: 1, move: 0, leave: 12, identity: 2 })).toBe(
    "1 person joins, 12 people leave, 2 people get another address.",
  );
});
