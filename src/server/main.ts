import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { env } from "@/env.js";
import { disconnectDatabase } from "@/server/db/client";
import { selfCheck } from "@/server/db/self-check";
import { withDirectory } from "@/server/db/with-company";
import { ballotApi } from "@/server/http/ballot-api";
import { serveBallotPage } from "@/server/http/ballot-page";
import { stopJobQueue } from "@/server/jobs/boss";
import { startWorker } from "@/server/jobs/worker";

/** Answers what must not pass through the application's framework: health, the voting page and its routes. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  app: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path === "/healthz") {
    response.writeHead(200, { "content-type": "text/plain" }).end("ok\n");
  } else if (path === "/readyz") {
    const ready = await withDirectory((tx) => tx.$queryRaw`select 1`).then(
      () => true,
      () => false,
    );
    response.writeHead(ready ? 200 : 503, { "content-type": "text/plain" }).end(ready ? "ready\n" : "no database\n");
  } else if (path === "/favicon.ico") {
    // The icon is an SVG that pages link to; without this, the voting page would wait for a page of the application.
    response.writeHead(204, { "cache-control": "public, max-age=86400" }).end();
  } else if (path.startsWith("/api/ballot/") || path.startsWith("/api/claim/")) {
    ballotApi(request, response);
  } else if (path.startsWith("/ballot/")) {
    await serveBallotPage(request, response, path);
  } else {
    await app(request, response);
  }
}

async function main(): Promise<void> {
  await selfCheck();
  const app = next({ dev: env.NODE_ENV === "development", dir: process.cwd() });
  await app.prepare();
  const handle = app.getRequestHandler();
  await startWorker();
  const server = createServer((request, response) => {
    answer(request, response, handle).catch((error: unknown) => {
      console.error(`request failed: ${error instanceof Error ? error.name : "error"}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(env.PORT, () => console.log(`Tandem answers at ${env.TANDEM_URL}`));
  server.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
    await stopJobQueue();
    await app.close();
    await disconnectDatabase();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
