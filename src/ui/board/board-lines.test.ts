import { expect, test } from "vitest";
import type { BoardPage } from "@/domain/board-page";
import type { Change } from "@/domain/report";
import { changeLines, patternLines } from "./board-lines";
import { sampleBoardPage, samplePanel } from "./fixtures";
import { fullBoardPage } from "./full-board-fixture";

const withPanel = (series: Parameters<typeof samplePanel>[1], change: Change): BoardPage => ({
  ...sampleBoardPage,
  changes: [],
  noChange: null,
  groups: sampleBoardPage.groups.map((group) => ({ ...group, panels: [samplePanel("Vision", series, change)] })),
});

test("five changes are told with their numbers, the others by name and direction", () => {
  const lines = changeLines(fullBoardPage);
  expect(lines).toHaveLength(6);
  expect(lines.at(-1)).toMatch(/^Also fell: (.+; ){7}.+\.$/);
});

test("two changes are told as they are, and then what did not change", () => {
  expect(changeLines(sampleBoardPage)).toEqual([...sampleBoardPage.changes, sampleBoardPage.noChange]);
});

test("a first result and a barred comparison are said, never left empty", () => {
  expect(changeLines(withPanel(["no-cycle", "no-cycle", 60], { kind: "first" }))).toEqual([
    "First result, no comparison yet.",
  ]);
  expect(changeLines(withPanel([60, "withheld"], { kind: "not-comparable", why: "withheld" }))).toEqual([
    "No area can be compared with the quarter before.",
  ]);
});

test("up to three patterns have a sentence each; more are told in short, all of them with number, interval and doubt", () => {
  expect(patternLines(sampleBoardPage).map(({ text }) => text)).toEqual(
    sampleBoardPage.patterns.map(({ sentence }) => sentence),
  );
  const [line, ...rest] = patternLines(fullBoardPage);
  expect(rest).toEqual([]);
  expect(line?.text).toMatch(/^High: CTO finds fault only 52 \(46–58\), tentative; /);
  expect(line?.text.match(/52 \(46–58\), tentative/g)).toHaveLength(10);
});
