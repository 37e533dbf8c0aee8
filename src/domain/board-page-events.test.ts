import { expect, test } from "vitest";
import type { BoardPage, BoardQuarter } from "./board-page";
import { boardPage } from "./board-page-assembly";
import type { CompanyEvent } from "./company-event";
import type { FrozenReport } from "./report";
import { ballot, ballots, reportOf } from "./report-fixtures";
import type { TallyInput } from "./tally";

const names = ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"];
const quarterOf = (quarter: string, report: FrozenReport): BoardQuarter => ({
  quarter,
  opensOn: "2026-06-01T00:00:00.000Z",
  closesOn: "2026-06-19T00:00:00.000Z",
  report: { invited: 36, ballots: 28, cto: report.cto, vpe: report.vpe, pair: report.pair },
});
const pageOf = (reports: Record<string, FrozenReport>, companyEvents: CompanyEvent[] = []): BoardPage =>
  boardPage({
    company: "Norrvik",
    quarterNames: names,
    quarters: Object.entries(reports).map(([quarter, report]) => quarterOf(quarter, report)),
    headline: null,
    question: null,
    statements: [],
    companyEvents,
    leadersReadOn: null,
  });
const answers = ballots(28, () => ballot(4));
const plain = reportOf(answers, 36);
const kim: TallyInput["seats"] = {
  cto: { kind: "held", name: "Ines Aalto", leaderId: "ines" },
  vpe: { kind: "held", name: "Kim", leaderId: "kim" },
  onePerson: false,
};
const vacant: TallyInput["seats"] = { ...kim, vpe: { kind: "vacant" } };
const told = (page: BoardPage) =>
  page.groups.flatMap(({ subject, events }) =>
    events.map(({ number, quarter, text }) => [subject, number, quarter, text]),
  );
const marks = (page: BoardPage, key: string) =>
  page.groups.flatMap(({ panels }) => panels).find((panel) => panel.key === key)?.events;

test("a page without events has no marks", () => {
  const page = pageOf({ "2026-Q1": plain, "2026-Q2": plain });
  expect(told(page)).toEqual([]);
  expect(page.groups.flatMap(({ panels }) => panels.flatMap(({ events }) => events))).toEqual([]);
});

test("a new person is marked in the seat's panels and the pair's, and told once, under the seat", () => {
  const page = pageOf({ "2025-Q4": plain, "2026-Q1": plain, "2026-Q2": reportOf(answers, 36, { seats: kim }) });
  expect(told(page)).toEqual([["vpe", 1, "2026-Q2", "new person in the seat"]]);
  expect(marks(page, "vpe_delivery")).toEqual([{ number: 1, index: 3 }]);
  expect(marks(page, "team_of_two")).toEqual([{ number: 1, index: 3 }]);
  expect(marks(page, "cto_outward")).toEqual([]);
});

test("a seat that is vacated and filled again is marked both times", () => {
  const page = pageOf({
    "2025-Q4": plain,
    "2026-Q1": reportOf(answers, 36, { seats: vacant }),
    "2026-Q2": reportOf(answers, 36, { seats: kim }),
  });
  expect(told(page)).toEqual([
    ["vpe", 1, "2026-Q1", "the seat is vacant"],
    ["vpe", 2, "2026-Q2", "the seat is filled"],
  ]);
});

test("what the company says is marked everywhere, numbered in the order of time with the rest, and told under the first row", () => {
  const page = pageOf({ "2025-Q4": plain, "2026-Q2": reportOf(answers, 36, { seats: kim }) }, [
    { quarter: "2026-Q1", label: "Two teams merged" },
    { quarter: "2020-Q1", label: "Before the page" },
  ]);
  expect(told(page)).toEqual([
    ["cto", 1, "2026-Q1", "Two teams merged"],
    ["vpe", 2, "2026-Q2", "new person in the seat"],
  ]);
  expect(marks(page, "cto_outward")).toEqual([{ number: 1, index: 2 }]);
  expect(marks(page, "vpe_delivery")).toEqual([
    { number: 1, index: 2 },
    { number: 2, index: 3 },
  ]);
});

test("of many company events the last four are kept, because the page is one sheet", () => {
  const events = names.flatMap((quarter) => ["First", "Second"].map((label) => ({ quarter, label })));
  expect(told(pageOf({ "2026-Q2": plain }, events)).map(([, number, quarter]) => [number, quarter])).toEqual([
    [1, "2026-Q1"],
    [2, "2026-Q1"],
    [3, "2026-Q2"],
    [4, "2026-Q2"],
  ]);
});

test("changed wording is marked in the areas whose statements changed, and named", () => {
  const reworded = structuredClone(plain);
  if (reworded.cto.kind !== "shown") throw new Error("no result");
  const [area] = reworded.cto.dimensions;
  for (const item of area?.items ?? []) item.wordingVersion = `${item.wordingVersion} Reworded.`;
  const page = pageOf({ "2026-Q1": plain, "2026-Q2": reworded });
  expect(told(page)).toEqual([["cto", 1, "2026-Q2", `changed wording in ${area?.label}`]]);
  expect(marks(page, area?.key ?? "")).toEqual([{ number: 1, index: 3 }]);
  expect(marks(page, "cto_outward")).toEqual([]);
});
