import type { IncomingMessage, ServerResponse } from "node:http";
import { kindOf, log } from "@/server/log/log";
import { ballotApi } from "./ballot-api";
import { serveBallotPage } from "./ballot-page";
import { answerMetrics } from "./metrics";
import { answerReadiness, isLeaving } from "./readiness";
import { tellOfRequest } from "./request-log";

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers what must not pass through the application's framework: health, the voting page and its routes. */
async function answer(request: IncomingMessage, response: ServerResponse, path: string, app: Answer): Promise<void> {
  if (path === "/healthz") {
    response.writeHead(200, { "content-type": "text/plain" }).end("ok\n");
  } else if (path === "/readyz") {
    await answerReadiness(response);
  } else if (path === "/metrics") {
    await answerMetrics(request, response);
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

/** What a server listens with; a fault is one line without details. */
export const frontDoor =
  (app: Answer) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    // A kept connection would bring its next request to a process that is about to end.
    if (isLeaving()) response.setHeader("connection", "close");
    tellOfRequest(path, response);
    answer(request, response, path, app).catch((error: unknown) => {
      log("error", "request failed", { kind: kindOf(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
