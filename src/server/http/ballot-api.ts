import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/env.js";
import { ballotRouter } from "@/server/ballot/router";
import { claimRouter } from "@/server/credential/router";
import { kindOf, logTimeless } from "@/server/log/log";
import { answerProcedure, BodyTooLarge } from "./plain-procedure";

/** A cast is 22 kB of base64url; nothing on these routes is larger than this. */
const maxBodyBytes = 64 * 1024;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Faults of ours are counted in the log by procedure and kind; never what was sent, by whom, from where or when. */
function logFault(path: string, cause: unknown): void {
  logTimeless("error", "ballot fault", { procedure: path, kind: kindOf(cause) });
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify({ error: { message, code: -32_600, data: { code, httpStatus: status } } }));
}

/**
 * Whether another site's page sent it. Browsers say so in Sec-Fetch-Site, or in Origin where they leave that out (plain
 * http). What says neither is no browser: it carries nobody's cookies here, so there is nothing to abuse.
 */
function isForeign({ origin, "sec-fetch-site": site }: IncomingMessage["headers"]): boolean {
  if (site !== undefined && site !== "same-origin") return true;
  // Some browsers write "null" where a page sends no referrer, as the voting page does.
  return origin !== undefined && origin !== "null" && origin !== new URL(env.TANDEM_URL).origin;
}

/** Only plain JSON, only from this site, and never with anything that says who is asking. */
export const ballotApi: Handler = (request, response) => {
  response.setHeader("cache-control", "no-store");
  response.setHeader("referrer-policy", "no-referrer");
  const { headers, method } = request;
  if (headers.cookie !== undefined || headers.authorization !== undefined) {
    return refuse(response, 400, "BAD_REQUEST", "This address takes no cookies and no authorization.");
  }
  if (isForeign(headers)) return refuse(response, 403, "FORBIDDEN", "This address answers its own site only.");
  if (method === "POST" && !headers["content-type"]?.startsWith("application/json")) {
    return refuse(response, 415, "UNSUPPORTED_MEDIA_TYPE", "Send JSON.");
  }
  if (Number(headers["content-length"] ?? 0) > maxBodyBytes) {
    return refuse(response, 413, "PAYLOAD_TOO_LARGE", "This is larger than any ballot.");
  }
  const [, name, path, query] = /^\/api\/(ballot|claim)\/([A-Za-z]+)(?:\?(.*))?$/.exec(request.url ?? "") ?? [];
  if (method !== "POST" && method !== "GET") return refuse(response, 405, "METHOD_NOT_SUPPORTED", "Use GET or POST.");
  if (!name || !path) return refuse(response, 404, "NOT_FOUND", "There is no such procedure.");
  answerProcedure(request, response, {
    router: name === "ballot" ? ballotRouter : claimRouter,
    path,
    query: query ?? "",
    context: { now: new Date() },
    maxBodyBytes,
    onFault: logFault,
  }).catch((error: unknown) => {
    if (error instanceof BodyTooLarge)
      return refuse(response, 413, "PAYLOAD_TOO_LARGE", "This is larger than any ballot.");
    // The connection broke while the request was read: there is nobody to answer.
    response.destroy();
  });
};
