import { api, orNotFound } from "@/trpc/server";

export const dynamic = "force-dynamic";

/** The HTML part of a mail of the demo, as a mail program would show it: no scripts, nothing loaded. */
export async function GET(_: Request, { params }: { params: Promise<{ mail: string }> }): Promise<Response> {
  const { mail: id } = await params;
  const mails = await orNotFound((await api()).demo.outbox());
  const mail = mails.find((candidate) => candidate.id === id);
  if (!mail) return new Response("There is nothing at this address.\n", { status: 404 });
  // Its policy stands with all others in src/server/http/security-headers.ts
  return new Response(mail.html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
