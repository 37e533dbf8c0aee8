import { companyDocument } from "@/domain/company-export";
import { api, orNotFound } from "@/trpc/server";

/** Everything an admin may see of the company, as one JSON file that is written while it is read. */
export async function GET(_: Request, { params }: { params: Promise<{ company: string }> }): Promise<Response> {
  const { company } = await params;
  const { rights } = await api();
  const head = await orNotFound(rights.startExport({ company }));
  const pieces = companyDocument(head, (part, page) => rights.exportPage({ company, part, page }));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${head.company.slug}-company.json"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
