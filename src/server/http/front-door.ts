import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/env.js";
import { kindOf, log } from "@/server/log/log";
import { ballotApi } from "./ballot-api";
import { serveBallotPage } from "./ballot-page";
import { answerMetrics } from "./metrics";
import { withNotFoundStatus } from "./not-found-status";
import { publicApi } from "./public-api";
import { limitedAction, rateLimiter } from "./rate-limits";
import { answerReadiness, isLeaving } from "./readiness";
import { refuseBusy } from "./refuse-busy";
import { tellOfRequest } from "./request-log";
import { scimApi } from "./scim-api";
import { securityHeaders } from "./security-headers";
import { proxyList } from "./source-network";

/** Who answers what the door does not answer itself. */
type Behind = { app: Answer; api: Answer };

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers what must not pass through the application's framework: health, programs, the voting page and its routes. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { app, api }: Behind,
): Promise<void> {
  if (request.method === "TRACE") {
    // It would show a request's headers, cookies included, to whoever could make the browser send it.
    response.writeHead(405, { "content-type": "text/plain; charset=utf-8" }).end("Not here.\n");
  } else if (path === "/healthz") {
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end("ok\n");
  } else if (path === "/readyz") {
    await answerReadiness(response);
  } else if (path === "/metrics") {
    await answerMetrics(request, response);
  } else if (path === "/favicon.ico") {
    // The icon is an SVG that pages link to; without this, the voting page would wait for a page of the application.
    response.writeHead(204, { "cache-control": "public, max-age=86400" }).end();
  } else if (path.startsWith("/api/ballot/") || path.startsWith("/api/claim/")) {
    ballotApi(request, response);
  } else if (path.startsWith("/api/v1/")) {
    await api(request, response);
  } else if (path.startsWith("/scim/")) {
    await scimApi(request, response);
  } else if (path.startsWith("/ballot/")) {
    await serveBallotPage(request, response, path);
  } else {
    await withNotFoundStatus(request, response, () => app(request, response));
  }
}

/** Puts the security headers on an answer, the policy where the framework looks for the nonce of its scripts, and the path where pages look for the way back after signing in. */
function secure(request: IncomingMessage, response: ServerResponse, path: string): void {
  const site = { url: env.TANDEM_URL, development: env.NODE_ENV === "development" };
  const headers = securityHeaders(path, randomBytes(16).toString("base64"), site);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // What a client sends there itself is replaced.
  delete request.headers["content-security-policy-report-only"];
  request.headers["content-security-policy"] = headers["content-security-policy"];
  request.headers["x-asked-path"] = path;
}

/** What a server listens with: every answer carries the security headers, and a fault is one line without details. */
export function frontDoor(app: Answer, proxies = env.TRUSTED_PROXY, api: Answer = publicApi()) {
  const secondsToWait = rateLimiter(proxyList(proxies));
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    // A kept connection would bring its next request to a process that is about to end.
    if (isLeaving()) response.setHeader("connection", "close");
    tellOfRequest(path, response);
    secure(request, response, path);
    const action = limitedAction(request.method, path);
    const seconds = action ? secondsToWait(action, request) : 0;
    if (action && seconds > 0) {
      refuseBusy(request, response, action, seconds);
      return;
    }
    answer(request, response, path, { app, api }).catch((error: unknown) => {
      log("error", "request failed", { kind: kindOf(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
