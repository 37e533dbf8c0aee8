import type { IncomingMessage, ServerResponse } from "node:http";
import { scimContentType, scimErrorBody } from "@/domain/scim-refusal";
import { ApiProblem, problemBody } from "@/server/public-api/problem";
import type { LimitedAction } from "./rate-limits";

const waitText = (seconds: number) => (seconds <= 90 ? "in a minute" : `in ${Math.ceil(seconds / 60)} minutes`);

const sentences: Record<LimitedAction, (wait: string) => string> = {
  "sign-in": (wait) => `Many people are signing in from your network just now. Try again ${wait}.`,
  "sign-up": (wait) => `Several companies were signed up from your network just now. Try again ${wait}.`,
  claim: (wait) => `Many ballots are being collected just now. Nothing is lost. Try again ${wait}.`,
  program: (wait) => `Too many requests from your network just now. Try again ${wait}.`,
  directory: (wait) => `Too many requests from the directory just now. Nothing is lost. Try again ${wait}.`,
  cast: (wait) => `Many ballots are arriving just now. Nothing is lost. Try again ${wait}.`,
};

/** Says that it is too much for now and when to come back, in the shape that the asking page reads. */
export function refuseBusy(request: IncomingMessage, response: ServerResponse, action: LimitedAction, seconds: number) {
  const message = sentences[action](waitText(seconds));
  const headers = { "retry-after": String(seconds), "cache-control": "no-store", connection: "close" };
  if (action === "sign-in" && request.headers["sec-fetch-mode"] === "navigate") {
    // A form without scripts: back to the form, which says so at its field.
    response.writeHead(303, { ...headers, location: "/sign-in?error=busy" }).end();
    return;
  }
  if (action === "program") {
    const problem = problemBody(new ApiProblem("rate-limited", message));
    response.writeHead(429, { ...headers, "content-type": "application/problem+json" }).end(JSON.stringify(problem));
    return;
  }
  if (action === "directory") {
    response.writeHead(429, { ...headers, "content-type": scimContentType });
    response.end(JSON.stringify(scimErrorBody(429, null, message)));
    return;
  }
  const shape = { message, code: -32_029, data: { code: "TOO_MANY_REQUESTS", httpStatus: 429, field: null } };
  const error =
    action === "sign-up" ? { json: { ...shape, data: { ...shape.data, path: null, fields: null } } } : shape;
  response.writeHead(429, { ...headers, "content-type": "application/json" }).end(JSON.stringify({ error }));
}
