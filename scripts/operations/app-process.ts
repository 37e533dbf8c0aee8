// An app process as `npm start` runs it, with its worker and its way of stopping, but with the wire alone instead of the
// framework's pages: it starts in a second and needs no build. Arguments: port, seconds of draining.
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { NextRequest } from "next/server.js";

const [port = "0", drainSeconds = "0"] = process.argv.slice(2);
Object.assign(process.env, { PORT: port, DRAIN_SECONDS: drainSeconds });
const { POST } = await import("@/app/api/trpc/[trpc]/route");
const { serve } = await import("@/server/serve");

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function pages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = new URL(request.url ?? "/", "http://localhost");
  if (address.pathname === "/slow") {
    await pause(Number(address.searchParams.get("milliseconds")));
    response.end("done\n");
  } else if (address.pathname.startsWith("/api/trpc/") && request.method === "POST") {
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" && name !== "connection" ? [[name, value] as [string, string]] : [],
    );
    const body = new Uint8Array(await bodyOf(request));
    const answer = await POST(new NextRequest(address, { method: "POST", headers, body }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  } else {
    response.writeHead(404).end();
  }
}

const server = await serve(pages);
const address = server.address();
console.log(`ready ${typeof address === "object" && address ? address.port : 0}`);
