import type { z } from "zod";
import { checkCallOff, deletionDueAt, type requestDeletionInput } from "@/domain/company-deletion";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany, withDirectory } from "@/server/db/with-company";
import { withTally } from "@/server/db/with-tally";
import { type CompanyJob, enqueueCompanyDeletion, enqueueMails } from "@/server/jobs/enqueue";
import { keyStore } from "@/server/keys/keys";
import { log } from "@/server/log/log";
import { callOffMail, deletionMail } from "@/server/mail/deletion";
import { eraseSignIn } from "./erasure";

async function lockedCompany(tx: CompanyTransaction, companyId: string) {
  await tx.$queryRaw`select 1 from company where id = ${companyId}::uuid for update`;
  return tx.company.findUniqueOrThrow({ where: { id: companyId } });
}

/** Everybody who is in the company now; erased people have no address any more. */
const membersOf = (tx: CompanyTransaction, companyId: string) =>
  tx.member.findMany({ where: { companyId, erasedAt: null }, select: { email: true }, orderBy: { email: "asc" } });

/** Asks for the deletion of the whole company in seven days, after its name was typed; everybody is told by mail. */
export async function requestDeletion(
  tenant: Tenant,
  { name }: z.output<typeof requestDeletionInput>,
): Promise<{ dueAt: Date }> {
  const { companyId } = tenant;
  return withCompany(tenant, async (tx) => {
    const company = await lockedCompany(tx, companyId);
    const dueAt = deletionDueAt(company, name, tenant.now);
    await tx.company.update({ where: { id: companyId }, data: { deletionDueAt: dueAt } });
    await enqueueCompanyDeletion(tx, { companyId }, dueAt);
    const members = await membersOf(tx, companyId);
    await enqueueMails(
      tx,
      members.map(({ email }) => deletionMail(email, company, dueAt)),
    );
    await recordAudit(tx, tenant, "company.requestDeletion", dueAt.toISOString().slice(0, 10));
    return { dueAt };
  });
}

/** Calls the deletion off; whoever was told of it is told. */
export async function callOffDeletion(tenant: Tenant): Promise<void> {
  const { companyId } = tenant;
  await withCompany(tenant, async (tx) => {
    const company = await lockedCompany(tx, companyId);
    checkCallOff(company.deletionDueAt, tenant.now);
    await tx.company.update({ where: { id: companyId }, data: { deletionDueAt: null } });
    const members = await membersOf(tx, companyId);
    await enqueueMails(
      tx,
      members.map(({ email }) => callOffMail(email, company.name, company.contact)),
    );
    await recordAudit(tx, tenant, "company.callOffDeletion");
  });
}

/** When the company goes, if it does. */
export const getDeletion = (tenant: Tenant) =>
  withDirectory(async (tx) => {
    const {
      name,
      contact,
      timeZone,
      deletionDueAt: dueAt,
    } = await tx.company.findUniqueOrThrow({ where: { id: tenant.companyId } });
    return { company: { slug: tenant.slug, name }, contact, timeZone, dueAt };
  });

/**
 * Job: deletes a company whose seven days are over. The keys go first, so that what is left in backups stays sealed; killed
 * anywhere and run again, it goes on. Called off, or asked for anew with a later day, it does nothing.
 */
export async function deleteCompany({ companyId }: CompanyJob, now: Date): Promise<void> {
  const leaving = await withCompany({ companyId }, async (tx) => {
    const company = await tx.company.findUnique({ where: { id: companyId } });
    if (!company?.deletionDueAt || company.deletionDueAt > now) return null;
    const cycles = await tx.cycle.findMany({ where: { companyId }, select: { id: true } });
    return { cycles, members: await membersOf(tx, companyId) };
  });
  if (!leaving) return;
  for (const { id } of leaving.cycles) await keyStore().destroy({ companyId, cycleId: id });
  // Before the rows: a job that is killed in between comes back and still knows whose sign-in it has to forget.
  for (const { email } of leaving.members) await eraseSignIn(email, 1);
  await withTally(
    companyId,
    (tx) => tx.$queryRaw`select delete_company(${companyId}::uuid, ${now}::timestamptz at time zone 'UTC')`,
  );
  log("info", "a company was deleted", { cycles: leaving.cycles.length, members: leaving.members.length });
}
