import { createHash } from "node:crypto";
import { fromPrisma } from "pg-boss";
import type { CompanyTransaction } from "@/server/db/with-company";
import type { Mail } from "@/server/mail/send";
import { jobQueue } from "./boss";
import type { QueueName } from "./queues";

export type CompanyJob = { companyId: string };
export type CycleJob = { companyId: string; cycleId: string };
export type DeliveryJob = CycleJob & {
  deliveryId: string;
  /** The last reminder goes to all, whether or not they have collected a ballot. */
  toAll?: boolean;
  /** Which reminder of the cycle, the same for everybody: a mail that is sent again keeps its Message-ID. */
  reminder?: string;
};
/** Work that was planned for a moment (ISO); a plan that was changed since is another job. */
export type DueJob = CycleJob & { at: string };
export type ReminderRoundJob = DueJob & { round: number; planned: number; zone: string };
/** One attempt to deliver one event: `attempt` is how many were made before, so that the same job twice is one attempt. */
export type WebhookJob = CompanyJob & { deliveryId: string; attempt: number };
export type NoticeJob = CycleJob & { rosterEntryId: string };

/** A sign-in link to send, sealed: what waits in the queue shows neither a token nor whose it is. */
export type SignInJob = { sealed: string };

export async function enqueueSignIn(job: SignInJob): Promise<void> {
  const queue = await jobQueue();
  await queue.send("sign-in-mail", job);
}

/** Sends a mail through the queue, with retries. Never for sign-in links: a queue would keep their token readable. */
export async function enqueueMail(mail: Mail): Promise<void> {
  const queue = await jobQueue();
  await queue.send("mail", mail);
}

async function insertAll(
  tx: CompanyTransaction,
  queueName: QueueName,
  jobs: object[],
  startAfter?: Date,
): Promise<void> {
  const queue = await jobQueue();
  for (let start = 0; start < jobs.length; start += 1000) {
    await queue.insert(
      queueName,
      jobs.slice(start, start + 1000).map((data) => ({ data, ...(startAfter ? { startAfter } : {}) })),
      { db: fromPrisma(tx) },
    );
  }
}

/** The same id for the same words, as a UUID of version 8 (RFC 9562 section 5.8). */
function jobId(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/**
 * Enqueues mails inside the transaction that decided to send them. Never for sign-in links. Where the decision can be made
 * twice (a worker killed after it comes back to it), `occasion` names it, and everybody gets one mail of it.
 */
export async function enqueueMails(tx: CompanyTransaction, mails: Mail[], occasion?: string): Promise<void> {
  if (occasion === undefined) return insertAll(tx, "mail", mails);
  const queue = await jobQueue();
  const jobs = mails.map((mail) => ({ id: jobId(`${occasion}/${mail.to}`), data: mail }));
  if (jobs.length > 0) await queue.insert("mail", jobs, { db: fromPrisma(tx) });
}

/** Enqueues the deletion of a company. Asked for again, there are two jobs; the one that comes too early does nothing. */
export async function enqueueCompanyDeletion(tx: CompanyTransaction, job: CompanyJob, startAfter: Date): Promise<void> {
  const queue = await jobQueue();
  await queue.send("delete-company", job, { db: fromPrisma(tx), startAfter });
}

/** Enqueues the mails of a cycle inside the transaction that decided to send them: both happen, or neither. */
export const enqueueDeliveries = (
  tx: CompanyTransaction,
  queueName: "invitation-mail" | "reminder-mail",
  jobs: DeliveryJob[],
): Promise<void> => insertAll(tx, queueName, jobs);

/** Takes invitations out of the queue that wait for their next attempt. */
export async function dropQueuedInvitations(tx: CompanyTransaction, deliveryIds: string[]): Promise<void> {
  await tx.$executeRaw`
    delete from pgboss.job where name = 'invitation-mail' and state in ('created', 'retry')
      and data->>'deliveryId' = any(${deliveryIds})`;
}

/** Enqueues the mails that tell people of a collected ballot, in the transaction that marked them. */
export const enqueueClaimNotices = (tx: CompanyTransaction, jobs: NoticeJob[]): Promise<void> =>
  insertAll(tx, "claim-notice-mail", jobs);

/** Enqueues attempts to deliver, in the transaction that made them necessary; now or from a moment on. */
export const enqueueWebhookAttempts = (tx: CompanyTransaction, jobs: WebhookJob[], startAfter?: Date): Promise<void> =>
  insertAll(tx, "webhook-delivery", jobs, startAfter);

/** Enqueues what was planned for a moment; the same plan twice is one job. */
export async function enqueueDue(
  tx: CompanyTransaction,
  queueName: "open-due" | "release-due" | "board-due",
  place: CycleJob,
  at: Date,
): Promise<void> {
  const queue = await jobQueue();
  const job: DueJob = { companyId: place.companyId, cycleId: place.cycleId, at: at.toISOString() };
  const singletonKey = `${job.companyId}/${job.cycleId}/${job.at}`;
  await queue.send(queueName, job, { db: fromPrisma(tx), singletonKey, startAfter: at });
}

/** Enqueues the planned reminders of a cycle: one job for each round and time zone, none for a person. */
export async function enqueueReminderRounds(tx: CompanyTransaction, jobs: ReminderRoundJob[]): Promise<void> {
  const queue = await jobQueue();
  for (let start = 0; start < jobs.length; start += 1000) {
    const batch = jobs.slice(start, start + 1000).map((data) => ({
      data,
      startAfter: new Date(data.at),
      singletonKey: `${data.companyId}/${data.cycleId}/${data.round}/${data.zone}`,
    }));
    await queue.insert("remind-due", batch, { db: fromPrisma(tx) });
  }
}

/** Enqueues the making of a company's next planned draft, from a moment on. */
export async function enqueuePlanNext(tx: CompanyTransaction, { companyId }: CompanyJob, from: Date): Promise<void> {
  const queue = await jobQueue();
  await queue.send("plan-next", { companyId }, { db: fromPrisma(tx), singletonKey: companyId, startAfter: from });
}

/** Enqueues work on one cycle inside a transaction, now or from a moment on. */
export async function enqueueCycleJob(
  tx: CompanyTransaction,
  queueName: "tally" | "destroy" | "close-due" | "casts-begin" | "claim-notice",
  job: CycleJob,
  startAfter?: Date,
): Promise<void> {
  const queue = await jobQueue();
  await queue.send(queueName, job, {
    db: fromPrisma(tx),
    singletonKey: `${job.companyId}/${job.cycleId}`,
    ...(startAfter ? { startAfter } : {}),
  });
}
