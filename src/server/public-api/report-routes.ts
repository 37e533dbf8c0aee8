import { z } from "zod";
import { type ExportRow, withheldCell } from "@/domain/export-row";
import { quarterSchema } from "@/domain/quarter";
import { type ExportPage, exportPages, readExport } from "@/server/report/export-rows";
import { pageAfter } from "./cursor";
import { ApiProblem } from "./problem";
import { type Asking, type Route, route } from "./route";
import { moment, named, nextCursor, noParts, pageQuery, said } from "./schemas";

const tag = "Reports";
const page = z.enum(exportPages);
const cell = z.union([z.number(), z.string()]);

const rowSchema = named(
  "ReportRow",
  `One line of a page, the same as in its export: docs/export.md says what each column holds. "${withheldCell}" stands in every cell that may not be shown.`,
  z.object({
    ...{ quarter: z.string(), subject: z.string(), section: z.string(), key: z.string(), label: z.string() },
    measure: z.string(),
    value: cell,
    bound: z.enum(["", "≤", "≥"]),
    ...{ low: cell, high: cell, answers: cell, note: z.string() },
  }),
  {
    ...{ quarter: "2026-Q2", subject: "cto", section: "area", key: "direction", label: "Technical direction" },
    ...{ measure: "engineers", value: 64, bound: "" as const, low: 57, high: 71, answers: 24, note: "" },
  },
);

const reportSchema = named(
  "Report",
  "A page of a released report, line by line.",
  z.object({ quarter: z.string(), page, rows: z.array(rowSchema) }),
  { quarter: "2026-Q2", page: "board", rows: [] },
);

const trendSchema = named(
  "BoardTrend",
  "The trends of the newest board page: one line a quarter of every area.",
  z.object({ quarter: z.string(), rows: z.array(rowSchema) }),
  { quarter: "2026-Q2", rows: [] },
);

const reportList = named(
  "ReportList",
  "Released reports that the key's maker may read, newest first.",
  z.object({
    items: z.array(
      z.object({
        quarter: z.string(),
        releasedAt: moment.nullable(),
        pages: said("Pages that can be read now.", z.array(page)),
      }),
    ),
    nextCursor,
  }),
  { items: [{ quarter: "2026-Q2", releasedAt: "2026-05-26T08:00:00.000Z", pages: ["board"] }], nextCursor: null },
);

/** Only what is released: a leader's preview is for their own eyes, on the page. */
async function readable({ api, company }: Asking) {
  const reports = (await api.report.list({ company })).filter(
    ({ phase, standing }) => phase === "released" && !standing.tooFew,
  );
  return reports
    .map(({ quarter, standing, seats, pair, board }) => {
      const pages: ExportPage[] = [...seats, ...(pair ? ["pair" as const] : []), ...(board ? ["board" as const] : [])];
      return { quarter, releasedAt: standing.releasedAt?.toISOString() ?? null, pages };
    })
    .filter(({ pages }) => pages.length > 0);
}

async function readRows({ api, company }: Asking, of: ExportPage, quarter: string): Promise<ExportRow[]> {
  const { rows, releasedAt } = await readExport(api, of, { company, quarter });
  if (releasedAt === null) throw new ApiProblem("not-found");
  return rows;
}

export const reportRoutes: Route[] = [
  route({
    ...{ id: "listReports", method: "GET", path: "/reports", tag, scope: "report:read" },
    summary: "List the released reports",
    description: "Which quarters have a report that the key's maker may read, and which of its pages.",
    success: { 200: "One page of reports." },
    refusals: ["invalid"],
    parts: { path: noParts, query: pageQuery, body: null, answer: reportList },
    handle: async ({ query, ...who }) => ({
      status: 200,
      body: pageAfter("reports", await readable(who), ({ quarter }) => quarter, query),
    }),
  }),
  route({
    ...{ id: "getReport", method: "GET", path: "/reports/{quarter}/{page}", tag, scope: "report:read" },
    summary: "Read a page of a released report",
    description:
      "The lines of one page, as its export has them, from the same frozen report and for the same readers: each leader the own seat, both leaders the pair, leaders and the board the board page, the board from its own moment on.",
    success: { 200: "The page." },
    refusals: ["not-found"],
    parts: {
      path: z.object({ quarter: quarterSchema, page }),
      query: noParts,
      body: null,
      answer: reportSchema,
    },
    handle: async ({ path, ...who }) => ({
      status: 200,
      body: { ...path, rows: await readRows(who, path.page, path.quarter) },
    }),
  }),
  route({
    ...{ id: "getBoardTrend", method: "GET", path: "/board-trend", tag, scope: "report:read" },
    summary: "Read the trends of the board page",
    description: "The trend lines of the newest board page that can be read now. A quarter without a number says why.",
    success: { 200: "The trends." },
    refusals: ["not-found"],
    parts: { path: noParts, query: noParts, body: null, answer: trendSchema },
    handle: async (who) => {
      const newest = (await readable(who)).find(({ pages }) => pages.includes("board"));
      if (!newest) throw new ApiProblem("not-found");
      const rows = await readRows(who, "board", newest.quarter);
      return {
        status: 200,
        body: { quarter: newest.quarter, rows: rows.filter(({ section }) => section === "trend") },
      };
    },
  }),
];
