import type { IncomingMessage, ServerResponse } from "node:http";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { ballotRouter } from "@/server/ballot/router";
import { claimRouter } from "@/server/credential/router";

/** A cast is 22 kB of base64url; nothing on these routes is larger than this. */
const maxBodyBytes = 64 * 1024;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const createContext = () => ({ now: new Date() });
const common = { createContext, maxBodySize: maxBodyBytes, allowBatching: false, onError: logFault };

/** Faults of ours are counted in the log by procedure and kind; never what was sent, by whom, or from where. */
function logFault({ error, path }: { error: { code: string; cause?: unknown }; path: string | undefined }): void {
  if (error.code !== "INTERNAL_SERVER_ERROR") return;
  const cause = error.cause instanceof Error ? error.cause.name : "Error";
  console.error(`ballot fault in ${path ?? "unknown"}: ${cause}`);
}

const ballotHandler = createHTTPHandler({ router: ballotRouter, basePath: "/api/ballot/", ...common });
const claimHandler = createHTTPHandler({ router: claimRouter, basePath: "/api/claim/", ...common });

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify({ error: { message, code: -32_600, data: { code, httpStatus: status } } }));
}

/** Only plain JSON, only from this site, and never with anything that says who is asking. */
export const ballotApi: Handler = (request, response) => {
  response.setHeader("cache-control", "no-store");
  response.setHeader("referrer-policy", "no-referrer");
  const { headers, method } = request;
  if (headers.cookie !== undefined || headers.authorization !== undefined) {
    return refuse(response, 400, "BAD_REQUEST", "This address takes no cookies and no authorization.");
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") {
    return refuse(response, 403, "FORBIDDEN", "This address answers its own site only.");
  }
  if (method === "POST" && !headers["content-type"]?.startsWith("application/json")) {
    return refuse(response, 415, "UNSUPPORTED_MEDIA_TYPE", "Send JSON.");
  }
  if (Number(headers["content-length"] ?? 0) > maxBodyBytes) {
    return refuse(response, 413, "PAYLOAD_TOO_LARGE", "This is larger than any ballot.");
  }
  if (request.url?.startsWith("/api/ballot/")) return ballotHandler(request, response);
  return claimHandler(request, response);
};
