import { api, orNotFound } from "@/trpc/server";

/** Everything held about the asking person, as one JSON file; nobody else's, whoever asks. */
export async function GET(_: Request, { params }: { params: Promise<{ company: string }> }): Promise<Response> {
  const { company } = await params;
  const data = await orNotFound((await api()).rights.ownData({ company }));
  return new Response(`${JSON.stringify(data, null, 1)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${data.company.slug}-your-data.json"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
