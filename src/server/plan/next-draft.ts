import { quarterAfter, quarterLabel } from "@/domain/quarter";
import { type CyclePlan, cycleTemplateSchema, nextPlan, quarterIn } from "@/domain/schedule";
import { recordAudit } from "@/server/audit/commands";
import { scheduleName } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { type CompanyJob, enqueueDue, enqueuePlanNext } from "@/server/jobs/enqueue";

/** A company's template with what the next plan depends on; null without one. */
export async function findNextPlan(tx: CompanyTransaction, companyId: string, now: Date) {
  const row = await tx.cycleTemplate.findUnique({ where: { companyId } });
  if (!row) return null;
  const template = cycleTemplateSchema.parse(row.content);
  const zone = await getTimeZone(tx, companyId);
  const cycles = await tx.cycle.findMany({
    where: { companyId },
    select: { quarter: true, opensAt: true, plannedOpensAt: true },
  });
  const openings = cycles.flatMap(({ opensAt, plannedOpensAt }) => opensAt ?? plannedOpensAt ?? []);
  const lastOpening = openings.sort((left, right) => left.getTime() - right.getTime()).at(-1) ?? null;
  const first = quarterIn(now, zone);
  const after = row.plannedQuarter ? quarterAfter(row.plannedQuarter) : first;
  const isPast = after < first;
  const ground = {
    from: isPast ? first : after,
    taken: cycles.map(({ quarter }) => quarter),
    lastOpening,
    zone,
  };
  return { template, paused: row.paused, plannedQuarter: row.plannedQuarter, plan: nextPlan(template, ground, now) };
}

/** Makes the draft of the next quarter and plans it; comes again when that cycle opens. */
async function makeDraft(tx: CompanyTransaction, companyId: string, plan: CyclePlan, names: string[], now: Date) {
  const { quarter, opensAt, closesAt, castsFrom, releaseAt } = plan;
  const cycle = await tx.cycle.create({
    data: {
      companyId,
      quarter,
      closesAt,
      castsFrom,
      sliceNames: names,
      plannedOpensAt: opensAt,
      plannedReleaseAt: releaseAt,
    },
  });
  const place = { companyId, cycleId: cycle.id };
  await enqueueDue(tx, "open-due", place, opensAt);
  if (releaseAt) await enqueueDue(tx, "release-due", place, releaseAt);
  await tx.cycleTemplate.update({ where: { companyId }, data: { plannedQuarter: quarter } });
  await recordAudit(tx, { companyId, email: scheduleName, now }, "cycle.create", quarterLabel(quarter));
}

/** Plans the next quarter by the template unless a planned draft waits already; called under the template's lock. */
export async function planNext(tx: CompanyTransaction, companyId: string, now: Date): Promise<void> {
  await tx.$queryRaw`select 1 from cycle_template where company_id = ${companyId}::uuid for update`;
  const waiting = await tx.cycle.findFirst({
    where: { companyId, phase: "draft", plannedOpensAt: { gt: now } },
    orderBy: { plannedOpensAt: "desc" },
  });
  const next = await findNextPlan(tx, companyId, now);
  if (!next || next.paused) return;
  // Once the waiting one opens, the one after it is made.
  if (waiting?.plannedOpensAt) return enqueuePlanNext(tx, { companyId }, waiting.plannedOpensAt);
  await makeDraft(tx, companyId, next.plan, next.template.sliceNames, now);
  await enqueuePlanNext(tx, { companyId }, next.plan.opensAt);
}

/** Job: makes the next quarter's draft once the one before is due; run again, it finds that draft and only waits for it. */
export const planNextQuarter = ({ companyId }: CompanyJob, now: Date): Promise<void> =>
  withCompany({ companyId }, (tx) => planNext(tx, companyId, now));
