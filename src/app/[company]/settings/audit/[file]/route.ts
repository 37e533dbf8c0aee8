import { notFound } from "next/navigation";
import { auditDocument, auditSheet } from "@/domain/audit-export";
import { api, orNotFound } from "@/trpc/server";

/** The whole audit log as audit.csv or audit.json, with what is needed to check its chain. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ company: string; file: string }> },
): Promise<Response> {
  const { company, file } = await params;
  if (file !== "audit.csv" && file !== "audit.json") notFound();
  const log = await orNotFound((await api()).audit.export({ company }));
  return new Response(file === "audit.csv" ? auditSheet(log) : auditDocument(log), {
    headers: {
      "content-type": file === "audit.csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${log.company.slug}-${file}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
