import { notFound } from "next/navigation";
import { boardRows } from "@/domain/export-board";
import { pairRows } from "@/domain/export-pair";
import { planRows } from "@/domain/export-plan";
import { type ExportRow, exportDocument, exportSheet } from "@/domain/export-row";
import { seatRows } from "@/domain/export-seat";
import { seatSchema } from "@/domain/seat";
import { api, orNotFound } from "@/trpc/server";

type Ref = { company: string; quarter: string };

/** The lines of a page, read through the same gate as the page itself. */
async function rowsOf(page: string, ref: Ref): Promise<ExportRow[]> {
  const { report, commitment } = await api();
  const seat = seatSchema.safeParse(page);
  if (seat.success) {
    const own = { ...ref, seat: seat.data };
    const [data, plan] = await orNotFound(Promise.all([report.seat(own), commitment.list(own)]));
    return [...seatRows(data), ...planRows(plan)];
  }
  if (page === "pair") return pairRows(await orNotFound(report.pair(ref)));
  if (page === "board") return boardRows((await orNotFound(report.board(ref))).page);
  return notFound();
}

/** A report as a file: cto, vpe, pair or board, as .csv or .json; whoever may read the page may have it, nobody else. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ company: string; cycle: string; file: string }> },
): Promise<Response> {
  const { company, cycle, file } = await params;
  const [page = "", ending, ...more] = file.split(".");
  if (more.length > 0 || (ending !== "csv" && ending !== "json")) notFound();
  const quarter = cycle.toUpperCase();
  const rows = await rowsOf(page, { company, quarter });
  const text = ending === "csv" ? exportSheet(rows) : exportDocument({ company, quarter, page }, rows);
  return new Response(text, {
    headers: {
      "content-type": ending === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${company}-${cycle.toLowerCase()}-${page}.${ending}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
