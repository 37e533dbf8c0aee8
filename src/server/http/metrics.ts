import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/env.js";
import { collectMetrics } from "@/server/metrics/collect";
import { metricsText } from "@/server/metrics/text";

const digest = (text: string) => createHash("sha256").update(text).digest();

const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

/** Tells the figures to whoever knows METRICS_TOKEN. Without that setting the address does not exist. */
export async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = env.METRICS_TOKEN;
  if (token === undefined) {
    response.writeHead(404, plain).end("There is nothing at this address.\n");
    return;
  }
  const given = request.headers.authorization ?? "";
  if (!timingSafeEqual(digest(given), digest(`Bearer ${token}`))) {
    response.writeHead(401, { ...plain, "www-authenticate": "Bearer" }).end("Send the token of METRICS_TOKEN.\n");
    return;
  }
  const text = metricsText(await collectMetrics());
  response.writeHead(200, { ...plain, "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text);
}
