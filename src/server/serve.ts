import { createServer, type Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/env.js";
import { disconnectDatabase } from "@/server/db/client";
import { selfCheck } from "@/server/db/self-check";
import { type Answer, frontDoor } from "@/server/http/front-door";
import { beginLeaving } from "@/server/http/readiness";
import { stopJobQueue } from "@/server/jobs/boss";
import { startWorker } from "@/server/jobs/worker";
import { kindOf, log } from "@/server/log/log";

/** Requests under way get this long, then jobs theirs (src/server/jobs/boss.ts): together less than the 20 s that are promised. */
const requestSeconds = 8;
const allSeconds = 19.5;

/** Takes no new connection, and waits for the requests under way. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  const inTime = await Promise.race([closed.then(() => true), pause(requestSeconds * 1000, false, { ref: false })]);
  clearInterval(idle);
  if (inTime) return;
  log("warn", "requests were cut off", { afterSeconds: requestSeconds });
  server.closeAllConnections();
}

/**
 * Serves pages, the voting page and its routes, and works on jobs, until SIGTERM or SIGINT. Then: not ready any more, no
 * new requests after DRAIN_SECONDS, requests and jobs under way finish, what does not finish returns to the queue.
 */
export async function serve(app: Answer, closeApp: () => Promise<void> = async () => undefined): Promise<Server> {
  await selfCheck();
  await startWorker();
  const server = createServer(frontDoor(app));
  server.on("error", (error) => {
    log("error", "the server does not listen", { reason: error.message });
    process.exit(1);
  });
  await new Promise<void>((resolve) => server.listen(env.PORT, resolve));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), (allSeconds + env.DRAIN_SECONDS) * 1000).unref();
    beginLeaving();
    await pause(env.DRAIN_SECONDS * 1000);
    await closeServer(server);
    await stopJobQueue();
    await closeApp();
    await disconnectDatabase();
    process.exit(0);
  };
  const stopSafely = () =>
    stop().catch((error: unknown) => {
      log("error", "the process did not stop in order", { kind: kindOf(error) });
      process.exit(1);
    });
  process.on("SIGINT", stopSafely);
  process.on("SIGTERM", stopSafely);
  return server;
}
