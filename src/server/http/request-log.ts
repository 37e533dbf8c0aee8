import type { ServerResponse } from "node:http";
import { env } from "@/env.js";
import { log } from "@/server/log/log";
import { countRequest } from "@/server/metrics/counters";
import { routeClassOf } from "@/server/metrics/route-class";

/**
 * Counts an answer by its class, and writes it to the log where LOG_REQUESTS asks for that: class, status and duration,
 * never the address itself, which may carry a secret. Nothing of the ballot is counted or logged.
 */
export function tellOfRequest(path: string, response: ServerResponse): void {
  const route = routeClassOf(path);
  if (!route) return;
  const begun = performance.now();
  response.once("finish", () => {
    countRequest(route, response.statusCode);
    if (!env.LOG_REQUESTS || route === "probe") return;
    const milliseconds = Math.round(performance.now() - begun);
    log("info", "request", { route, status: response.statusCode, milliseconds });
  });
}
