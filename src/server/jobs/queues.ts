/** Every background queue; created by the migration, because the server's own role may create nothing. */
export const queueNames = ["invitation-mail", "reminder-mail", "mail", "close-due", "tally", "destroy"] as const;
export type QueueName = (typeof queueNames)[number];

type QueueOptions = {
  /** "exclusive": at most one job with the same key waits or runs. */
  policy: "standard" | "exclusive";
  retryLimit: number;
  /** Seconds before the first retry; doubled each time up to retryDelayMax. */
  retryDelay: number;
  retryBackoff: boolean;
  retryDelayMax: number;
  expireInSeconds: number;
  /** A finished job names the person a mail went to, so it does not stay. */
  deleteAfterSeconds: number;
};

const mail: QueueOptions = {
  policy: "standard",
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  deleteAfterSeconds: 3600,
};
// Tally and destruction are resumable and must happen in the end: they are tried for days.
const duty: QueueOptions = {
  policy: "exclusive",
  retryLimit: 200,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 1800,
  expireInSeconds: 900,
  deleteAfterSeconds: 86_400,
};

export const queues: Record<QueueName, QueueOptions> = {
  "invitation-mail": mail,
  "reminder-mail": mail,
  mail,
  "close-due": { ...duty, retryLimit: 3 },
  tally: duty,
  destroy: duty,
};

/** pg-boss' schema; made and changed by the migration only. */
export const jobsSchema = "pgboss";
