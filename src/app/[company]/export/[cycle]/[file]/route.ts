import { notFound } from "next/navigation";
import { exportDocument, exportSheet } from "@/domain/export-row";
import { exportPages, readExport } from "@/server/report/export-rows";
import { api, orNotFound } from "@/trpc/server";

/** A report as a file: cto, vpe, pair or board, as .csv or .json; whoever may read the page may have it, nobody else. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ company: string; cycle: string; file: string }> },
): Promise<Response> {
  const { company, cycle, file } = await params;
  const [page = "", ending, ...more] = file.split(".");
  if (more.length > 0 || (ending !== "csv" && ending !== "json")) notFound();
  const quarter = cycle.toUpperCase();
  const known = exportPages.find((name) => name === page);
  if (!known) notFound();
  const { rows } = await orNotFound(readExport(await api(), known, { company, quarter }));
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
