import { PgBoss } from "pg-boss";
import { env } from "@/env.js";
import { log } from "@/server/log/log";
import { superviseSeconds, sweepSeconds } from "./queues";

/** `watchSeconds`: how often a worker looks for jobs whose process is gone; superviseSeconds by default. */
export type QueueUse = { worker: boolean; watchSeconds?: number };

let boss: Promise<PgBoss> | null = null;

/**
 * The job queue on the same PostgreSQL. Its tables were made by the migration; this process only uses them.
 * `supervise` and `schedule` run in workers, not in processes that only enqueue.
 */
export function jobQueue(options: QueueUse = { worker: false }): Promise<PgBoss> {
  boss ??= (async () => {
    const queue = new PgBoss({
      connectionString: env.DATABASE_APP_URL,
      application_name: "tandem-jobs",
      max: 4,
      migrate: false,
      createSchema: false,
      supervise: options.worker,
      schedule: options.worker,
      reindex: false,
      maintenanceIntervalSeconds: sweepSeconds,
      superviseIntervalSeconds: options.watchSeconds ?? superviseSeconds,
      monitorIntervalSeconds: options.watchSeconds ?? superviseSeconds,
    });
    queue.on("error", (error) =>
      log("error", "job queue", { reason: error instanceof Error ? error.message : "error" }),
    );
    await queue.start();
    return queue;
  })();
  return boss;
}

/** Waits for running jobs, at most ten seconds, and lets go of the database. */
export async function stopJobQueue(): Promise<void> {
  if (!boss) return;
  const running = await boss;
  boss = null;
  await running.stop({ graceful: true, timeout: 10_000 });
}
