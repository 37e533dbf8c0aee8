/** Every background queue; created by the migration, because the server's own role may create nothing. */
export const queueNames = [
  "invitation-mail",
  "reminder-mail",
  "claim-notice-mail",
  "mail",
  "sign-in-mail",
  "open-due",
  "close-due",
  "release-due",
  "remind-due",
  "plan-next",
  "casts-begin",
  "claim-notice",
  "tally",
  "destroy",
  "delete-company",
  "retention",
  "domain-proofs",
  "board-due",
  "webhook-delivery",
] as const;
export type QueueName = (typeof queueNames)[number];

type QueueOptions = {
  /** "exclusive": at most one job with the same key waits or runs. "short": at most one waits, so a running one may ask for the next. */
  policy: "standard" | "exclusive" | "short";
  retryLimit: number;
  /** Seconds before the first retry; doubled each time up to retryDelayMax. */
  retryDelay: number;
  retryBackoff: boolean;
  retryDelayMax: number;
  expireInSeconds: number;
  /** A job whose worker has not said for so long that it lives is given to another one. */
  heartbeatSeconds: number;
  /** A finished job names the person a mail went to, so it does not stay. */
  deleteAfterSeconds: number;
};

// A worker killed at its count must not hold the report up until the job expires.
const heartbeatSeconds = 20;
/** How often a worker looks for jobs that were left behind. */
export const superviseSeconds = 10;

const mail: QueueOptions = {
  policy: "standard",
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  heartbeatSeconds,
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
  heartbeatSeconds,
  deleteAfterSeconds: 86_400,
};

// Work of seconds that has its moment: when its process is killed, another one takes it up within minutes.
const prompt: QueueOptions = { ...duty, expireInSeconds: 120 };

export const queues: Record<QueueName, QueueOptions> = {
  "invitation-mail": mail,
  // A job for everybody alike; but how long it ran says whether a mail was sent, so it goes at the next sweep.
  "reminder-mail": { ...mail, deleteAfterSeconds: 1 },
  // Its jobs name who claimed within an hour, so they go at the next sweep.
  "claim-notice-mail": { ...mail, deleteAfterSeconds: 1 },
  mail,
  // A link works for ten minutes: tried again at once, and given up when nobody can use it any more.
  "sign-in-mail": { ...mail, retryLimit: 6, retryDelay: 2, retryDelayMax: 120, deleteAfterSeconds: 1 },
  "open-due": prompt,
  "close-due": prompt,
  "release-due": prompt,
  "remind-due": prompt,
  "plan-next": { ...prompt, policy: "short" },
  "casts-begin": prompt,
  "claim-notice": { ...duty, policy: "short", deleteAfterSeconds: 3600 },
  tally: duty,
  destroy: duty,
  "delete-company": { ...duty, policy: "standard" },
  "board-due": prompt,
  // Its next attempts are jobs of their own; these retries are for a worker that was killed.
  "webhook-delivery": { ...mail, deleteAfterSeconds: 600 },
  retention: { ...duty, retryLimit: 5, retryDelay: 60 },
  // Ten thousand domains whose name servers are all silent take three quarters of an hour.
  "domain-proofs": { ...duty, retryLimit: 5, retryDelay: 60, expireInSeconds: 7200 },
};

/** Every night, in the hours when nobody answers. */
export const retentionCron = "17 3 * * *";
export const domainProofsCron = "47 4 * * *";

/** How often finished jobs are swept out whose time is over. */
export const sweepSeconds = 600;

/** pg-boss' schema; made and changed by the migration only. */
export const jobsSchema = "pgboss";
