import { expect, test } from "vitest";
import { contestedSentence, dutyFindings, orphanSentence } from "./duty-findings";
import type { RoleMap, RoleMapRow } from "./report";

const row = (
  text: string,
  owner: RoleMapRow["owner"],
  [cto, vpe, both, neither]: (number | "–")[],
  withheld = false,
): RoleMapRow => ({
  key: text,
  text,
  owner,
  ...(withheld ? { withheld: true as const } : {}),
  shares: { cto: cto ?? "–", vpe: vpe ?? "–", both: both ?? "–", neither: neither ?? "–" },
  cto: null,
  vpe: null,
});
const map = (rows: RoleMapRow[] | null, ctoActsAsVpe = 5, vpeActsAsCto = 5): RoleMap => ({
  kind: "shown",
  answers: rows === null ? 12 : 27,
  ctoActsAsVpe,
  vpeActsAsCto,
  roleConfusion: 20,
  rows,
});

test("a duty that 30 % see done by neither is an orphan, 25 % is not", () => {
  expect(
    orphanSentence(map([row("Visits customers", "cto", [50, 15, "–", 30]), row("X", "vpe", [0, 70, 5, 25])])),
  ).toBe("Done by neither, in the eyes of 30 % or more: visits customers (30 %).");
  expect(orphanSentence(map([row("X", "vpe", ["–", 70, 5, 25])]))).toBeNull();
});

test("a duty is contested when both are named by 30 % or more", () => {
  expect(contestedSentence(map([row("Helps", "vpe", [35, 40, 25, "–"]), row("Y", "vpe", [25, 70, "–", "–"])]))).toBe(
    "Contested, with both named by 30 % or more: helps (the CTO 35 %, the VPoE 40 %).",
  );
});

test("the CTO acting as VPoE and the mirror are said with the duties where half see it", () => {
  const rows = [
    row("Leads hiring", "vpe", [55, 25, 20, "–"]),
    row("Decides what is next", "vpe", [50, 25, 20, "–"]),
    row("Sets direction", "cto", [75, "–", 20, "–"]),
  ];
  expect(dutyFindings(map(rows, 43, 4))).toEqual([
    "The CTO acts as VPoE: on average 43 % of the engineers name the CTO for what the talk gives to the VPoE, above all: leads hiring (55 %) and decides what is next (50 %).",
  ]);
  expect(dutyFindings(map([row("Sets direction", "cto", [10, 45, 40, "–"])], 4, 15))).toEqual([
    "The VPoE acts as CTO in part: on average 15 % of the engineers name the VPoE for what the talk gives to the CTO.",
  ]);
});

test("below 20 answers only the numbers speak, and no duty is named", () => {
  expect(dutyFindings(map(null, 31, 14))).toEqual([
    "The CTO acts as VPoE: on average 31 % of the engineers name the CTO for what the talk gives to the VPoE.",
  ]);
  expect(dutyFindings(map(null))).toEqual([
    "Neither of the two is seen in the other’s duties. Which duties are contested or done by neither is shown from 20 answers.",
  ]);
});

test("a row that is withheld, and a map that is withheld, say nothing", () => {
  expect(orphanSentence(map([row("Visits customers", "cto", [50, 15, "–", 30], true)]))).toBeNull();
  expect(dutyFindings({ kind: "withheld", why: "too-few-answers" })).toEqual([]);
  expect(dutyFindings(map([row("X", "vpe", ["–", 90, "–", "–"])]))).toEqual([
    "Neither of the two is seen in the other’s duties, and no duty is contested or done by neither.",
  ]);
});
