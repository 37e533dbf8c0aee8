import { daysBefore, deactivatedDays, directoryProblemDays } from "@/domain/retention";
import type { CompanyTransaction } from "@/server/db/with-company";
import { readSync } from "./standing";

/** Changes count for a day; two, so that no clock cuts the window short. */
const changeDays = 2;

/** Deletes what a directory left behind and is over age: marks of changes, refused requests, people who are long gone. */
export async function forgetDirectory(tx: CompanyTransaction, companyId: string, now: Date): Promise<void> {
  if ((await tx.directorySync.count({ where: { companyId } })) === 0) return;
  await tx.directoryChange.deleteMany({ where: { companyId, at: { lt: daysBefore(now, changeDays) } } });
  await tx.directoryPerson.deleteMany({
    where: { companyId, deactivatedAt: { lt: daysBefore(now, deactivatedDays) }, member: { group: null } },
  });
  const before = daysBefore(now, directoryProblemDays).toISOString();
  const { problems } = await readSync(tx, companyId);
  const kept = problems.filter(({ at }) => at >= before);
  if (kept.length < problems.length) await tx.directorySync.update({ where: { companyId }, data: { problems: kept } });
}

/** Addresses a person had before, by the lines of the log that say which address became which. */
export async function earlierAddresses(tx: CompanyTransaction, companyId: string, theirs: readonly string[]) {
  const lines = await tx.auditEntry.findMany({
    where: {
      companyId,
      action: { in: ["roster.sync", "directory.identity"] },
      subject: { contains: "address became" },
    },
    select: { subject: true },
    orderBy: { sequence: "desc" },
  });
  const found = new Set(theirs);
  for (const { subject } of lines) {
    const [, from, to] = /^(\S+): .*address became ([^\s,]+)/.exec(subject ?? "") ?? [];
    if (from !== undefined && to !== undefined && found.has(to)) found.add(from);
  }
  return [...found];
}

/** Forgets a person who is erased. Refused requests may name them in their words, so those go too. */
export async function eraseFromDirectory(tx: CompanyTransaction, companyId: string, memberId: string): Promise<void> {
  await tx.directoryPerson.deleteMany({ where: { companyId, memberId } });
  await tx.directoryChange.deleteMany({ where: { companyId, memberId } });
  await tx.directorySync.updateMany({ where: { companyId }, data: { problems: [] } });
}
