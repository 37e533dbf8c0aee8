import type { z } from "zod";
import { wishOf } from "@/domain/directory-breaker";
import type { decideDirectoryInput, saveMappingInput } from "@/domain/directory-mapping";
import { Refusal } from "@/domain/errors";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { lockRoster } from "@/server/roster/write";
import { fingerprintOf } from "./queries";
import { putAll, underReview } from "./reconcile";
import { type DirectoryProblem, readAllStandings, readSync, type Standing } from "./standing";

const problemsKept = 20;
/** A request is noted to the minute: an admin wants to know that the directory is alive, not when it did what. */
const noteEveryMilliseconds = 60_000;
/** When this process last noted a company's directory, so that a busy one costs no statement for it. */
const notedAt = new Map<string, number>();

/** Notes that the directory asked for something, and what could not be taken, newest first. */
export async function noteRequest(tenant: Tenant, problem: Omit<DirectoryProblem, "at"> | null): Promise<void> {
  const { companyId, now } = tenant;
  const sinceNoted = now.getTime() - (notedAt.get(companyId) ?? Number.NEGATIVE_INFINITY);
  if (problem === null && sinceNoted >= 0 && sinceNoted < noteEveryMilliseconds) return;
  notedAt.set(companyId, now.getTime());
  await withCompany(tenant, async (tx) => {
    await readSync(tx, companyId);
    await tx.$queryRaw`select 1 from directory_sync where company_id = ${companyId}::uuid for update`;
    const sync = await readSync(tx, companyId);
    const stale = sync.lastRequestAt === null || now.getTime() - sync.lastRequestAt.getTime() >= noteEveryMilliseconds;
    if (!stale && problem === null) return;
    const others = sync.problems.filter(({ detail }) => detail !== problem?.detail);
    const problems = problem
      ? [{ at: now.toISOString(), ...problem }, ...others].slice(0, problemsKept)
      : sync.problems;
    await tx.directorySync.update({ where: { companyId }, data: { lastRequestAt: now, problems } });
  });
}

const decided = (now: Date) => ({
  acknowledgedAt: now,
  ...{ reviewSince: null, leavesHeldAt: null, identitiesHeldAt: null, movesHeldAt: null, toldAt: null },
});

/** Everybody whose row differs from what the directory wants, if it is still what the admin saw. */
async function seen(tx: CompanyTransaction, { companyId }: Tenant, comparison: string): Promise<Standing[]> {
  const { mapping } = await readSync(tx, companyId);
  const people = (await readAllStandings(tx, companyId, mapping)).filter(
    (person) => person.kinds.length > 0 && !person.declined,
  );
  if (fingerprintOf(people) !== comparison) {
    throw new Refusal(
      "conflict",
      "The directory asked for something else since you looked. Here is the new comparison: check it, then decide.",
    );
  }
  return people;
}

/** Puts everything that waits in force. From then on small changes go through by themselves. */
export const applyDirectory = (tenant: Tenant, { comparison }: z.output<typeof decideDirectoryInput>) =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    if ((await readSync(tx, tenant.companyId)).mapping.length === 0) {
      throw new Refusal(
        "too-early",
        "No group means anything yet, so everybody would leave. Say what groups mean first.",
      );
    }
    const done = await putAll(tx, tenant, await seen(tx, tenant, comparison));
    await tx.directorySync.update({ where: { companyId: tenant.companyId }, data: decided(tenant.now) });
    const words = done.map(({ person, kinds }) => [person, kinds] as const);
    const moved = words.filter(([, kinds]) => kinds.includes("identity"));
    for (const [{ member, wanted }] of moved) {
      await recordAudit(tx, tenant, "directory.identity", `${member.email}: address became ${wanted.email}`);
    }
    await recordAudit(tx, tenant, "directory.apply", done.length === 1 ? "1 person" : `${done.length} people`);
    return { people: done.length };
  });

/** Leaves the roster as it is. The same wishes are not asked about again until the directory has others. */
export const discardDirectory = (
  tenant: Tenant,
  { comparison }: z.output<typeof decideDirectoryInput>,
): Promise<void> =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const { companyId, now } = tenant;
    const people = await seen(tx, tenant, comparison);
    for (const { id, wanted, deleted } of people) {
      const where = { companyId_memberId: { companyId, memberId: id } };
      if (deleted) await tx.directoryPerson.delete({ where });
      else await tx.directoryPerson.update({ where, data: { declined: wishOf(wanted) } });
    }
    await tx.directorySync.update({ where: { companyId }, data: decided(now) });
    await recordAudit(tx, tenant, "directory.discard", people.length === 1 ? "1 person" : `${people.length} people`);
  });

/** Says what groups mean from now on. If that changes anybody's place, nothing goes through before an admin has looked. */
export const saveMapping = (tenant: Tenant, { mapping }: z.output<typeof saveMappingInput>): Promise<void> =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const { companyId, now } = tenant;
    const sync = await readSync(tx, companyId);
    const people = await readAllStandings(tx, companyId, mapping);
    const moves = people.some((person) => person.kinds.length > 0 && !person.declined);
    const review = moves && !underReview(sync) ? { reviewSince: now, toldAt: now } : {};
    await tx.directorySync.update({ where: { companyId }, data: { mapping, ...review } });
    await recordAudit(
      tx,
      tenant,
      "directory.saveMapping",
      mapping
        .map(({ group }) => group)
        .join(", ")
        .slice(0, 300),
    );
  });

/** Ends the directory's part: everybody stays as they are, and files lead the roster again. */
export const releaseDirectory = (tenant: Tenant): Promise<void> =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const { companyId } = tenant;
    const { count } = await tx.directoryPerson.deleteMany({ where: { companyId } });
    await tx.directoryGroup.deleteMany({ where: { companyId } });
    await tx.directoryChange.deleteMany({ where: { companyId } });
    await tx.directorySync.deleteMany({ where: { companyId } });
    await recordAudit(tx, tenant, "directory.release", count === 1 ? "1 person" : `${count} people`);
  });
