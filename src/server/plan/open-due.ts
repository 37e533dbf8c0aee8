import { Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { recordAudit } from "@/server/audit/commands";
import { scheduleActor } from "@/server/company/queries";
import { scheduleName } from "@/server/company/tenant";
import { openCycle } from "@/server/cycle/open";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { type DueJob, enqueueMails } from "@/server/jobs/enqueue";
import { openingFailedMail } from "@/server/mail/opening-failed";

/** The draft that a job planned to open at `at`, under lock; null when it is open, gone or planned anew. */
async function plannedDraft(tx: CompanyTransaction, { companyId, cycleId, at }: DueJob) {
  await tx.$queryRaw`select 1 from cycle where company_id = ${companyId}::uuid and id = ${cycleId}::uuid for update`;
  const cycle = await tx.cycle.findUnique({ where: { companyId_id: { companyId, id: cycleId } } });
  return cycle?.phase === "draft" && cycle.plannedOpensAt?.toISOString() === at ? cycle : null;
}

/**
 * Job: opens a draft at its planned moment if the pre-opening check passes. If not, the draft stays, its plan ends, and its
 * admins are told why by mail, once. A moment too early by this machine's clock, it fails and is tried again.
 */
export async function openDueCycle(job: DueJob, now: Date): Promise<void> {
  const cycle = await withCompany(job, (tx) => plannedDraft(tx, job));
  if (!cycle) return;
  if (new Date(job.at) > now) throw new Error("the planned opening of this cycle has not come");
  const actor = await scheduleActor(job.companyId, now);
  try {
    await openCycle(actor, cycle.quarter, job.at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await giveUp(job, error.message, now);
  }
}

/** Ends the plan with its reason and queues the mails to the admins, all or nothing. */
async function giveUp(job: DueJob, reason: string, now: Date): Promise<void> {
  const { companyId, cycleId } = job;
  await withCompany(job, async (tx) => {
    const cycle = await plannedDraft(tx, job);
    if (!cycle) return;
    await tx.cycle.update({
      where: { companyId_id: { companyId, id: cycleId } },
      data: { plannedOpensAt: null, openingProblem: reason },
    });
    const company = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
    const admins = await tx.member.findMany({ where: { companyId, admin: true }, select: { email: true } });
    const { name, slug } = company;
    await enqueueMails(
      tx,
      admins.map(({ email }) => openingFailedMail(email, { company: name, slug, quarter: cycle.quarter, reason })),
    );
    await recordAudit(
      tx,
      { companyId, email: scheduleName, now },
      "plan.openingFailed",
      `${quarterLabel(cycle.quarter)}: ${reason}`,
    );
  });
}
