import type { Job } from "pg-boss";
import { sendSignInLink } from "@/server/auth/sign-in-job";
import { beginCasts } from "@/server/cycle/begin-casts";
import { closeDueCycle } from "@/server/cycle/close-due";
import { countClosedCycle } from "@/server/cycle/count-closed";
import { sendInvitation, sendReminder } from "@/server/invitation/commands";
import { type Mail, sendMail, unlessRefused } from "@/server/mail/send";
import { runClaimNotice, sendClaimNotice } from "@/server/notice/commands";
import { planNextQuarter } from "@/server/plan/next-draft";
import { openDueCycle } from "@/server/plan/open-due";
import { releaseDueCycle } from "@/server/plan/release-due";
import { remindDueZone } from "@/server/plan/remind-due";
import { announceBoardDue } from "@/server/release/board-due";
import { deleteCompany } from "@/server/rights/company-deletion";
import { runRetention } from "@/server/rights/retention";
import { lookForProofsAgain } from "@/server/sign-on/look-again";
import { destroyCycle } from "@/server/tally/commands";
import { deliverWebhook } from "@/server/webhook/deliver";
import { jobQueue, type QueueUse } from "./boss";
import type {
  CompanyJob,
  CycleJob,
  DeliveryJob,
  DueJob,
  NoticeJob,
  ReminderRoundJob,
  SignInJob,
  WebhookJob,
} from "./enqueue";
import { domainProofsCron, retentionCron } from "./queues";

const eachOf =
  <Data>(work: (data: Data) => Promise<void>) =>
  async (jobs: Job<Data>[]): Promise<void> => {
    for (const job of jobs) await work(job.data);
  };

/** Works on a batch at once. If one fails, all come again: only for jobs that see for themselves what is done already. */
const allOf =
  <Data>(work: (data: Data) => Promise<void>) =>
  async (jobs: Job<Data>[]): Promise<void> => {
    const outcomes = await Promise.allSettled(jobs.map((job) => work(job.data)));
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed) throw failed.reason;
  };

/** Starts working on every queue; each job is done by one worker, retried after a failure, and harmless to repeat. */
export async function startWorker(use: Omit<QueueUse, "worker"> = {}): Promise<void> {
  const queue = await jobQueue({ ...use, worker: true });
  const soon = { pollingIntervalSeconds: 1 };
  await queue.work<Mail>("mail", soon, async (jobs: Job<Mail>[]) => {
    for (const { id, data } of jobs) await unlessRefused(sendMail(data, `job ${id}`));
  });
  await queue.work<DeliveryJob>(
    "invitation-mail",
    { ...soon, batchSize: 25 },
    allOf<DeliveryJob>((job) => sendInvitation(job, new Date())),
  );
  await queue.work<SignInJob>(
    "sign-in-mail",
    { pollingIntervalSeconds: 0.5, localConcurrency: 4 },
    eachOf<SignInJob>((job) => sendSignInLink(job, new Date())),
  );
  const oneByOne = { pollingIntervalSeconds: 0.5, localConcurrency: 8 };
  await queue.work<DeliveryJob>(
    "reminder-mail",
    oneByOne,
    eachOf<DeliveryJob>((job) => sendReminder(job, new Date())),
  );
  await queue.work<NoticeJob>("claim-notice-mail", oneByOne, eachOf<NoticeJob>(sendClaimNotice));
  await queue.work<CycleJob>(
    "tally",
    soon,
    eachOf<CycleJob>((place) => countClosedCycle(place, new Date())),
  );
  await queue.work<CycleJob>(
    "destroy",
    eachOf<CycleJob>((place) => destroyCycle(place, new Date())),
  );
  await queue.work<CompanyJob>(
    "delete-company",
    eachOf<CompanyJob>((job) => deleteCompany(job, new Date())),
  );
  await queue.work<object>(
    "retention",
    eachOf<object>(() => runRetention(new Date())),
  );
  await queue.schedule("retention", retentionCron);
  await queue.work<object>(
    "domain-proofs",
    eachOf<object>(() => lookForProofsAgain(new Date())),
  );
  await queue.schedule("domain-proofs", domainProofsCron);
  await queue.work<CycleJob>(
    "casts-begin",
    soon,
    eachOf<CycleJob>((place) => beginCasts(place, new Date())),
  );
  await queue.work<CycleJob>(
    "claim-notice",
    eachOf<CycleJob>((place) => runClaimNotice(place, new Date())),
  );
  await queue.work<CycleJob>(
    "close-due",
    soon,
    eachOf<CycleJob>((place) => closeDueCycle(place, new Date())),
  );
  await queue.work<DueJob>(
    "open-due",
    soon,
    eachOf<DueJob>((job) => openDueCycle(job, new Date())),
  );
  await queue.work<DueJob>(
    "release-due",
    soon,
    eachOf<DueJob>((job) => releaseDueCycle(job, new Date())),
  );
  await queue.work<ReminderRoundJob>(
    "remind-due",
    soon,
    eachOf<ReminderRoundJob>((job) => remindDueZone(job, new Date())),
  );
  await queue.work<CompanyJob>(
    "plan-next",
    eachOf<CompanyJob>((job) => planNextQuarter(job, new Date())),
  );
  await queue.work<DueJob>(
    "board-due",
    soon,
    eachOf<DueJob>((job) => announceBoardDue(job, new Date())),
  );
  // A receiver that lets us wait holds up one place of four.
  await queue.work<WebhookJob>(
    "webhook-delivery",
    { pollingIntervalSeconds: 1, localConcurrency: 4 },
    eachOf<WebhookJob>((job) => deliverWebhook(job, new Date())),
  );
}
