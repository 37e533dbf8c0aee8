import type { z } from "zod";
import { checkErasure, type eraseMemberInput, formerMember } from "@/domain/erasure";
import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { recordAudit } from "@/server/audit/commands";
import { countMemberships } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany, withDirectory } from "@/server/db/with-company";
import { earlierAddresses, eraseFromDirectory } from "@/server/directory/forget";

type Person = { id: string; email: string; name: string };

/** Cycles that know a person and are not destroyed yet: on the roster, rated by them, or with them in a seat while it ran. */
async function findRunning(tx: CompanyTransaction, companyId: string, memberId: string): Promise<string[]> {
  const cycles = await tx.cycle.findMany({
    where: { companyId, phase: { not: "draft" }, destroyedAt: null },
    orderBy: { quarter: "asc" },
    include: {
      rosterEntries: { where: { memberId }, take: 1, select: { id: true } },
      ratings: { where: { memberId }, take: 1, select: { id: true } },
    },
  });
  const tenures = await tx.seatTenure.findMany({ where: { companyId, memberId } });
  const ledIn = (opensAt: Date | null, closedAt: Date | null) =>
    tenures.some(
      ({ startedAt, endedAt }) =>
        (closedAt === null || startedAt <= closedAt) && (endedAt === null || opensAt === null || endedAt >= opensAt),
    );
  return cycles
    .filter(
      ({ rosterEntries, ratings, opensAt, closedAt }) =>
        rosterEntries.length + ratings.length > 0 || ledIn(opensAt, closedAt),
    )
    .map(
      ({ quarter, phase }) =>
        `${quarterLabel(quarter)} ${phase === "open" ? "is open" : "still has its sealed ballots"}`,
    );
}

/** Takes name and address out of everything that is about the person, and deletes what they wrote or rated themselves. */
async function eraseRows(tx: CompanyTransaction, tenant: Tenant, person: Person): Promise<string> {
  const { companyId } = tenant;
  const { name, email, pseudonym } = formerMember(person.id);
  const mine = { companyId, memberId: person.id };
  const entries = await tx.rosterEntry.findMany({ where: mine, select: { cycleId: true, email: true, name: true } });
  const known = [...new Set([person.email, ...entries.map((entry) => entry.email)])];
  const theirs = await earlierAddresses(tx, companyId, known);
  const names = [...new Set([person.name, ...entries.map((entry) => entry.name)])];
  for (const { cycleId, email: at } of entries) {
    await tx.delivery.updateMany({ where: { companyId, cycleId, email: at }, data: { email, error: null } });
  }
  await tx.rosterEntry.updateMany({ where: mine, data: { name, email, slices: {}, timeZone: null } });
  await tx.attributedRating.deleteMany({ where: mine });
  await eraseFromDirectory(tx, companyId, person.id);
  await tx.leaderStatement.deleteMany({ where: mine });
  await tx.commitment.deleteMany({ where: { ...mine, sharedAt: null } });
  await tx.member.update({
    where: { companyId_id: { companyId, id: person.id } },
    data: {
      ...{ name, email, group: null, slices: {}, timeZone: null, admin: false, board: false },
      lastHereOn: null,
      erasedAt: tenant.now,
    },
  });
  // An address they had once may be somebody else's now.
  const taken = await tx.member.findMany({ where: { companyId, email: { in: theirs } }, select: { email: true } });
  const addresses = theirs.filter((address) => !taken.some((other) => other.email === address));
  for (const address of addresses) {
    await tx.boardShare.updateMany({ where: { companyId, createdBy: address }, data: { createdBy: pseudonym } });
    await tx.commentFlag.updateMany({ where: { companyId, flaggedBy: address }, data: { flaggedBy: pseudonym } });
    await tx.commentFlag.updateMany({ where: { companyId, decidedBy: address }, data: { decidedBy: pseudonym } });
    // A file that was read holds them as text; whoever still needs it reads it again.
    await tx.$executeRaw`delete from roster_import where company_id = ${companyId}::uuid
      and position(lower(${address}) in lower(content::text)) > 0`;
  }
  await tx.$queryRaw`select erase_from_audit(${companyId}::uuid, ${addresses}::text[], ${names}::text[], ${pseudonym})`;
  await recordAudit(tx, tenant, "member.erase", pseudonym);
  return pseudonym;
}

/** Forgets how to sign in with an address that is in no more companies than the ones it leaves. */
export async function eraseSignIn(email: string, leaving = 0): Promise<void> {
  if ((await countMemberships(email)) > leaving) return;
  await withDirectory(async (tx) => {
    await tx.user.deleteMany({ where: { email } });
    await tx.verificationToken.deleteMany({ where: { identifier: email } });
    await tx.outboxMail.deleteMany({ where: { to: email } });
  });
}

/**
 * Erases one person by address: what is theirs goes, what is about them loses its name, and no published count changes.
 * Refused while a running cycle knows them. Cannot be undone.
 */
export async function eraseMember(
  tenant: Tenant,
  { email }: z.output<typeof eraseMemberInput>,
): Promise<{ pseudonym: string }> {
  const { companyId } = tenant;
  const pseudonym = await withCompany(tenant, async (tx) => {
    // An opening holds its draft's row: after this lock a roster is either written and seen here, or not begun.
    await tx.$queryRaw`select 1 from cycle where company_id = ${companyId}::uuid for update`;
    const person = await tx.member.findUnique({
      where: { companyId_email: { companyId, email } },
      include: { seatTenures: { where: { endedAt: null } } },
    });
    if (!person) throw new Refusal("not-found", "Nobody here has this address.", "email");
    if (person.erasedAt) throw notFound();
    const company = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { contact: true } });
    const others = await tx.member.count({ where: { companyId, admin: true, id: { not: person.id } } });
    checkErasure({
      name: person.name,
      isYou: person.id === tenant.memberId,
      isContact: company.contact === person.email,
      lastAdmin: person.admin && others === 0,
      seats: person.seatTenures.length,
      running: await findRunning(tx, companyId, person.id),
    });
    return eraseRows(tx, tenant, person);
  });
  await eraseSignIn(email);
  return { pseudonym };
}
