import { fromPrisma } from "pg-boss";
import type { CompanyTransaction } from "@/server/db/with-company";
import type { Mail } from "@/server/mail/send";
import { jobQueue } from "./boss";

export type CycleJob = { companyId: string; cycleId: string };
export type DeliveryJob = CycleJob & {
  deliveryId: string;
  /** The last reminder goes to all, whether or not they have collected a ballot. */
  toAll?: boolean;
};

/** Sends a mail through the queue, with retries. Never for sign-in links: a queue would keep their token readable. */
export async function enqueueMail(mail: Mail): Promise<void> {
  const queue = await jobQueue();
  await queue.send("mail", mail);
}

/** Enqueues the mails of a cycle inside the transaction that decided to send them: both happen, or neither. */
export async function enqueueDeliveries(
  tx: CompanyTransaction,
  queueName: "invitation-mail" | "reminder-mail",
  jobs: DeliveryJob[],
): Promise<void> {
  const queue = await jobQueue();
  for (let start = 0; start < jobs.length; start += 1000) {
    await queue.insert(
      queueName,
      jobs.slice(start, start + 1000).map((data) => ({ data })),
      { db: fromPrisma(tx) },
    );
  }
}

/** Enqueues work on one cycle inside a transaction, now or from a moment on. */
export async function enqueueCycleJob(
  tx: CompanyTransaction,
  queueName: "tally" | "destroy" | "close-due",
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
