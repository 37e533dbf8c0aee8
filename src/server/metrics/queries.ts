import { withDirectory } from "@/server/db/with-company";
import type { QueueName } from "@/server/jobs/queues";

/**
 * Named one by one. The length of a queue of notices says how many ballots were collected within the hour; that of
 * reminders which a mail server keeps waiting, how many people have collected none.
 */
export const toldQueues: QueueName[] = [
  "invitation-mail",
  "mail",
  "sign-in-mail",
  "open-due",
  "close-due",
  "release-due",
  "casts-begin",
  "tally",
  "destroy",
  "retention",
  "domain-proofs",
  "webhook-delivery",
];

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
