import { manifestSchema } from "@/domain/manifest";
import type { CompanyTransaction } from "@/server/db/with-company";
import { withCompany } from "@/server/db/with-company";
import { type CycleJob, enqueueClaimNotices, enqueueCycleJob, type NoticeJob } from "@/server/jobs/enqueue";
import { claimNoticeMail } from "@/server/mail/claim-notice";
import { sendUncountedMail, unlessRefused } from "@/server/mail/send";

const hourMilliseconds = 3_600_000;

/** Once an hour: the mail must not say by its own time when a ballot was collected. */
export const nextNotice = (now: Date): Date => new Date(now.getTime() + hourMilliseconds);

/** Marks everybody in whose name a ballot was collected and who was not told, and queues their mails as one batch. */
export async function noticeClaims(tx: CompanyTransaction, place: CycleJob): Promise<void> {
  const noticed = await tx.$queryRaw<{ id: string }[]>`
    select notice_claims(${place.companyId}::uuid, ${place.cycleId}::uuid) as id`;
  await enqueueClaimNotices(
    tx,
    noticed.map(({ id }) => ({ ...place, rosterEntryId: id })),
  );
}

/** Job: tells of the claims of the last hour and comes again in an hour, until the cycle is closed; closing tells of the last ones. */
export async function runClaimNotice(place: CycleJob, now: Date): Promise<void> {
  await withCompany(place, async (tx) => {
    // With the row locked, so that a close at the same moment does not mark the same people.
    const [cycle] = await tx.$queryRaw<{ phase: string }[]>`
      select phase from cycle where company_id = ${place.companyId}::uuid and id = ${place.cycleId}::uuid for update`;
    if (cycle?.phase !== "open") return;
    await noticeClaims(tx, place);
    await enqueueCycleJob(tx, "claim-notice", place, nextNotice(now));
  });
}

/** Job: tells one person that a ballot was collected in their name. */
export async function sendClaimNotice({ rosterEntryId, ...place }: NoticeJob): Promise<void> {
  const mail = await withCompany(place, async (tx) => {
    const entry = await tx.rosterEntry.findUnique({
      where: { companyId_id: { companyId: place.companyId, id: rosterEntryId } },
      select: { email: true, cycle: { select: { manifest: true, phase: true } } },
    });
    // After the release nothing can be looked into any more.
    if (!entry?.cycle.manifest || entry.cycle.phase === "released") return null;
    return claimNoticeMail(entry.email, manifestSchema.parse(JSON.parse(entry.cycle.manifest)).company.contact);
  });
  if (mail) await unlessRefused(sendUncountedMail(mail, `claim notice ${rosterEntryId}`));
}
