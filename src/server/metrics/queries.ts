import { withDirectory } from "@/server/db/with-company";
import { type QueueName, queueNames } from "@/server/jobs/queues";

/**
 * Their lengths would say how many ballots were collected within the hour or, of reminders that a mail server keeps
 * waiting, how many people have collected none.
 */
const untold: readonly QueueName[] = ["claim-notice", "claim-notice-mail", "reminder-mail"];
export const toldQueues = queueNames.filter((name) => !untold.includes(name));

type QueueLength = { queue: string; state: "waiting" | "running" | "failed"; jobs: number };

/** How many jobs of each told queue wait, run and have failed for good; the same for every process of an installation. */
export const getQueueLengths = (): Promise<QueueLength[]> =>
  withDirectory(async (tx) => {
    const rows = await tx.$queryRaw<{ queue: string; state: string; jobs: number }[]>`
      select name as queue, state::text as state, count(*)::int as jobs from pgboss.job
      where name = any(${toldQueues}) and state::text in ('created', 'retry', 'active', 'failed') group by 1, 2`;
    const count = (queue: string, ...states: string[]) =>
      rows.filter((row) => row.queue === queue && states.includes(row.state)).reduce((sum, row) => sum + row.jobs, 0);
    return toldQueues.flatMap((queue) => [
      { queue, state: "waiting" as const, jobs: count(queue, "created", "retry") },
      { queue, state: "running" as const, jobs: count(queue, "active") },
      { queue, state: "failed" as const, jobs: count(queue, "failed") },
    ]);
  });
