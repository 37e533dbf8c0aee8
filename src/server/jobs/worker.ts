import type { Job } from "pg-boss";
import { closeDueCycle } from "@/server/cycle/close-due";
import { withCompany } from "@/server/db/with-company";
import { sendInvitation, sendReminder } from "@/server/invitation/commands";
import { type Mail, sendMail } from "@/server/mail/send";
import { destroyCycle, findDestructionDate, tallyCycle } from "@/server/tally/commands";
import { jobQueue } from "./boss";
import { type CycleJob, type DeliveryJob, enqueueCycleJob } from "./enqueue";

const eachOf =
  <Data>(work: (data: Data) => Promise<void>) =>
  async (jobs: Job<Data>[]): Promise<void> => {
    for (const job of jobs) await work(job.data);
  };

async function tally(place: CycleJob): Promise<void> {
  // A worker that was killed after the count, before this line, comes back to a counted cycle: it still must be destroyed.
  const destroyAt = (await tallyCycle(place)) ?? (await findDestructionDate(place));
  if (destroyAt) await withCompany(place, (tx) => enqueueCycleJob(tx, "destroy", place, destroyAt));
}

/** Starts working on every queue; each job is done by one worker, retried after a failure, and harmless to repeat. */
export async function startWorker(): Promise<void> {
  const queue = await jobQueue({ worker: true });
  const soon = { pollingIntervalSeconds: 1 };
  await queue.work<Mail>("mail", soon, eachOf<Mail>(sendMail));
  const mails = { ...soon, localConcurrency: 4 };
  await queue.work<DeliveryJob>("invitation-mail", mails, eachOf<DeliveryJob>(sendInvitation));
  await queue.work<DeliveryJob>("reminder-mail", mails, eachOf<DeliveryJob>(sendReminder));
  await queue.work<CycleJob>("tally", soon, eachOf<CycleJob>(tally));
  await queue.work<CycleJob>(
    "destroy",
    eachOf<CycleJob>((place) => destroyCycle(place, new Date())),
  );
  await queue.work<CycleJob>(
    "close-due",
    soon,
    eachOf<CycleJob>((place) => closeDueCycle(place, new Date())),
  );
}
