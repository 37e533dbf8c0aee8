import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BoardPage } from "@/domain/board-page";
import { BoardPageView } from "./board-page-view";
import { boardValues } from "./board-values";
import { sampleBoardPage, samplePanel } from "./fixtures";
import { fullBoardPage } from "./full-board-fixture";

const html = (page: BoardPage): string => renderToStaticMarkup(<BoardPageView page={page} company="Norrvik" />);
const plain = (page: BoardPage): string =>
  html(page)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("the board reads the answer first, then groups, changes, patterns, question and limits", () => {
  const text = plain(fullBoardPage);
  const order = [
    "Norrvik",
    fullBoardPage.headline,
    "The CTO",
    "The VPoE",
    "The two together",
    "What changed since Q1",
    "Patterns to know about",
    "Question for the board",
    "Anonymous opinions",
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("the number of answers of the last quarter stands out", () => {
  expect(html(sampleBoardPage)).toContain("withheld, 9, 14, 19, 24, <b>27\u00a0of\u00a036</b>");
});

test("every panel has a row of values as text", () => {
  const rows = boardValues(sampleBoardPage);
  expect(rows).toHaveLength(13);
  expect(rows.find(({ area }) => area === "Outward view")).toEqual({
    key: "cto-outward_view",
    area: "Outward view",
    before: "59",
    now: "46",
    interval: "40–52",
    change: "−13 (−21 to −5)",
    words: "marked change",
    answers: "27 of 36",
  });
});

test("the table says withheld where there is no number", () => {
  const [first, ...rest] = sampleBoardPage.groups;
  if (!first) throw new Error("no sample group");
  const panel = samplePanel("Vision", [66, "withheld"], { kind: "not-comparable", why: "withheld" });
  const rows = boardValues({ ...sampleBoardPage, groups: [{ ...first, panels: [panel] }, ...rest] });
  expect(rows[0]).toMatchObject({ before: "66", now: "withheld", interval: "–", change: "–" });
});

test("the page without a question or without a pair still stands", () => {
  const text = plain({ ...sampleBoardPage, question: null, groups: sampleBoardPage.groups.slice(0, 1) });
  expect(text).not.toContain("Question for the board");
  expect(text).toContain("Who mostly does what");
});

test("deck names never reach the board", () => {
  expect(plain(fullBoardPage)).not.toMatch(/Control Freak|Xenophobe|Process Queen/);
});

test("a page with events or leaders' words is set small on paper, and one without them is not", () => {
  expect(html(sampleBoardPage)).toContain('class="sheet"');
  expect(html(fullBoardPage)).toContain('class="sheet dense"');
  const statements = [{ seat: "cto" as const, name: "Ines Aalto", text: "Heard." }];
  expect(html({ ...sampleBoardPage, statements })).toContain('class="sheet dense"');
});

test("a first quarter is headed as such and says that there is no comparison", () => {
  const groups = sampleBoardPage.groups.map((group) => ({
    ...group,
    panels: [samplePanel("Vision", ["no-cycle", "no-cycle", 60], { kind: "first" })],
  }));
  const text = plain({ ...sampleBoardPage, groups, changes: [], noChange: null });
  expect(text).toContain("What changed First result, no comparison yet.");
});

test("events are numbered in the panels and told under the row, and the leaders' words carry their names", () => {
  const text = plain(fullBoardPage);
  expect(text).toContain("3 Q4 2025: new person in the seat");
  expect(text).toContain("Ines Aalto , CTO, adds".replace(" ,", ","));
  expect(html(fullBoardPage)).toContain("4, 5</text>");
});
