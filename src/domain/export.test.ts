import fc from "fast-check";
import { expect, test } from "vitest";
import { boardPage } from "./board-page-assembly";
import { crossroadsOf } from "./crossroads";
import { boardRows } from "./export-board";
import { pairRows } from "./export-pair";
import { type ExportRow, exportColumns, exportDocument, exportSheet } from "./export-row";
import { seatRows } from "./export-seat";
import { innovationChain } from "./innovation-chain";
import type { FrozenReport, ReleasedComment } from "./report";
import { anyBallot, ballot, ballots, owners, reportOf, self } from "./report-fixtures";

const rowsOf = (report: FrozenReport, comments: ReleasedComment[] = []) => ({
  cto: seatRows({ report: report.cto, summary: ["One sentence."], mix: [], comments }),
  pair: pairRows({
    report: report.pair,
    summary: [],
    mix: [],
    trend: [
      {
        key: "team_of_two",
        label: "Team of two",
        points: [{ quarter: "2026-Q1", kind: "withheld" }],
        restarts: [],
        restartsByPerson: [],
        events: [],
        change: { kind: "first" },
      },
    ],
    slope: "Over four quarters none rises.",
    crossroads: crossroadsOf(report.pair, report.cto, report.vpe),
    chain: innovationChain(report.cto, report.vpe, report.pair.kind === "shown" ? report.pair.dimensions : []),
  }),
  board: boardRows(
    boardPage({
      company: "Norrvik",
      quarterNames: ["2026-Q1", "2026-Q2"],
      quarters: [
        {
          quarter: "2026-Q2",
          opensOn: "2026-06-01",
          closesOn: "2026-06-19",
          report: { invited: 36, ballots: report.response.groups[0]?.ballots ?? null, ...report },
        },
      ],
      headline: null,
      question: null,
      statements: [],
      companyEvents: [],
      leadersReadOn: null,
    }),
  ),
});

/** Reads a sheet back as a spreadsheet does. */
function cellsOf(sheet: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of sheet.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") lines.push([]);
  }
  return lines.slice(0, -1);
}
const find = (rows: readonly ExportRow[], key: string, measure: string) =>
  rows.find((row) => row.key === key && row.measure === measure);

const many = reportOf(
  ballots(28, (index) => ballot(index % 2 === 0 ? 3 : 4, {}, { activities: owners(index < 20 ? "cto" : "vpe") })),
  36,
  { attributed: { self: { cto: self(4), vpe: self(4) }, partner: { cto: self(3), vpe: null } } },
);

test("a leader's file holds every area, statement and word of the page, in whole points", () => {
  const { cto } = rowsOf(many, [{ seat: "cto", question: "start", text: "Visit us." }]);
  expect(find(cto, "cto_outward", "engineers")).toMatchObject({
    value: 63,
    bound: "",
    answers: 28,
    label: "Outward view",
  });
  expect(find(cto, "cto_outward", "self")).toMatchObject({ value: 75 });
  expect(find(cto, "cto_outward", "the other leader says")).toMatchObject({ value: 50 });
  expect(find(cto, "cto_outward", "change since the quarter before")).toMatchObject({ value: "first result" });
  expect(cto.filter(({ section }) => section === "own-profile")).toHaveLength(5);
  expect(cto.filter(({ section }) => section === "general-impression")).toHaveLength(1);
  expect(cto.find(({ section }) => section === "comment")).toMatchObject({ key: "start", value: "Visit us." });
  expect(find(cto, "engineers", "answers")?.value).toBe(28);
});

test("comments that open later are in no file before", () => {
  const comments = [{ seat: "cto", question: "start", text: "Visit us." }] as const;
  const rows = seatRows({ report: many.cto, summary: [], mix: [], comments, commentsWait: { hours: 24, from: null } });
  expect(rows.filter(({ section }) => section === "comment")).toMatchObject([
    { value: "not yet", note: "24 hours after release" },
  ]);
});

test("every line of a sheet has every column, and the document holds the same cells", () => {
  const { cto, pair, board } = rowsOf(many);
  for (const rows of [cto, pair, board]) {
    const lines = cellsOf(exportSheet(rows));
    expect(lines[0]).toEqual([...exportColumns]);
    expect(lines).toHaveLength(rows.length + 1);
    for (const line of lines) expect(line).toHaveLength(exportColumns.length);
    expect(JSON.parse(exportDocument({ company: "norrvik", quarter: "2026-Q2", page: "cto" }, rows)).rows).toEqual(
      rows,
    );
  }
});

test("what is withheld reads withheld in each of its cells, never blank and never 0", () => {
  const few = rowsOf(
    reportOf(
      ballots(7, (index) => ballot(4, index < 4 ? {} : { cto_outside_contact: null, cto_outside_insight: null })),
      9,
    ),
  );
  expect(find(few.cto, "cto_outward", "engineers")).toMatchObject({
    value: "withheld",
    low: "withheld",
    high: "withheld",
    answers: "withheld",
    note: "fewer than 5 answers",
  });
  expect(find(few.cto, "cto_outward", "band")?.value).toBe("withheld");
  expect(few.cto.find(({ section }) => section === "comment")).toMatchObject({ value: "withheld" });
  expect(find(few.pair, "map", "shares")?.value).toBe("withheld");
  expect(find(few.board, "cto_outward", "engineers")?.value).toBe("not asked");
  expect(few.board.find(({ key, quarter }) => key === "cto_outward" && quarter === "2026-Q2")?.value).toBe("withheld");
  const none = rowsOf(
    reportOf(
      ballots(4, () => ballot(4)),
      9,
    ),
  );
  expect(find(none.cto, "engineers", "answers")?.value).toBe("withheld");
  expect(find(none.pair, "engineers", "answers")?.value).toBe("withheld");
});

test("a comment cannot become a formula in a spreadsheet", () => {
  const texts = ['=HYPERLINK("https://evil.example","x")', "+1", "-1", "@SUM(A1)", "\t=1", 'a,"b"\r\nc;d'];
  const rows = rowsOf(
    many,
    texts.map((text) => ({ seat: "cto", question: "start", text })),
  ).cto;
  const at = exportColumns.indexOf("value");
  const written = cellsOf(exportSheet(rows))
    .slice(1)
    .map((line) => line[at] ?? "");
  for (const cell of written) expect(cell).not.toMatch(/^[=+@\t\r\n]|^-(?!\d+$)/);
  expect(written).toContain('a,"b"\r\nc;d');
});

test("below 20 answers no file holds a share, an agreement or an exact number of answers of a statement", () => {
  fc.assert(
    fc.property(fc.array(anyBallot, { minLength: 5, maxLength: 19 }), (engineers) => {
      const { cto, pair, board } = rowsOf(reportOf(engineers, 40));
      for (const row of [...cto, ...pair]) {
        if (/^share|^agreement|^percent/.test(row.measure)) expect(row.value).toBe("withheld");
        if (row.section !== "response" && typeof row.answers === "number") throw new Error("an exact count");
      }
      for (const row of board) if (/^share|^percent/.test(row.measure)) expect(row.value).toBe("withheld");
    }),
    { numRuns: 60 },
  );
});

test("the pair's file holds its trend, and a withheld quarter says so in each of its cells", () => {
  const { pair } = rowsOf(many);
  expect(pair.find(({ section }) => section === "trend")).toMatchObject({
    quarter: "2026-Q1",
    label: "Team of two",
    value: "withheld",
    low: "withheld",
    high: "withheld",
  });
  expect(pair.find(({ section }) => section === "slope")?.value).toBe("Over four quarters none rises.");
});

test("parts by team stand line by line, and a small team reads withheld", () => {
  const shown = many.cto;
  if (shown.kind !== "shown" || !shown.dimensions[0]) throw new Error("no report");
  const { score, key } = shown.dimensions[0];
  const slices = [
    {
      name: "team" as const,
      values: [
        { value: "=Data", invited: 12, areas: [{ key, score, change: { kind: "first" as const } }] },
        {
          value: "Platform",
          invited: 9,
          areas: [
            {
              key,
              score: { kind: "withheld" as const, why: "would-reveal-another-group" as const },
              change: { kind: "first" as const },
            },
          ],
        },
      ],
    },
  ];
  const rows = seatRows({ report: { ...shown, slices }, summary: [], mix: [], comments: [] });
  const parts = rows.filter(({ section, measure }) => section === "by team" && !measure.includes("change"));
  expect(parts.map(({ measure, value }) => [measure, value])).toEqual([
    ["=Data", score.kind === "shown" ? Math.floor(score.value + 0.5) : null],
    ["Platform", "withheld"],
  ]);
  expect(exportSheet(rows)).toContain(",'=Data,");
});

test("a leader's file tells slices as the page does, withheld where it is, and the board's file tells none", () => {
  const from = (team: string, count: number) => ballots(count, () => ballot(4, {}, { slices: { team } }));
  const values = ["Data", "Platform", "Product"].map((value) => ({ value, invited: 12, changed: null }));
  const report = reportOf([...from("Data", 4), ...from("Platform", 10), ...from("Product", 8)], 36, {
    slices: [{ name: "team", values }],
  });
  const { cto, board, pair } = rowsOf(report);
  const parts = cto.filter(({ section }) => section === "by team");
  expect(find(parts, "cto_outward", "Platform")).toMatchObject({ value: 75, answers: "5–19" });
  expect(find(parts, "cto_outward", "Data")).toMatchObject({ value: "withheld", note: "fewer than 5 answers" });
  expect(find(parts, "cto_outward", "Product")).toMatchObject({ value: "withheld", answers: "withheld" });
  expect(JSON.stringify([board, pair])).not.toMatch(/Platform|by team/);
});
