import { notInOwnData, ownDataFormat } from "@/domain/own-data";
import { parseSlices } from "@/domain/roster";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany, withDirectory } from "@/server/db/with-company";

const day = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Roster entries, newest first; what was collected is said of the asking person alone. */
async function readRoster(tx: CompanyTransaction, { companyId, memberId }: Tenant) {
  const entries = await tx.rosterEntry.findMany({
    where: { companyId, memberId },
    include: { cycle: { select: { quarter: true, destroyedAt: true } } },
    orderBy: { cycle: { quarter: "desc" } },
  });
  const deliveries = await tx.delivery.findMany({
    where: { companyId, OR: entries.map(({ cycleId, email }) => ({ cycleId, email })) },
    select: { kind: true, state: true, attempts: true, cycle: { select: { quarter: true } } },
    orderBy: [{ cycle: { quarter: "desc" } }, { kind: "asc" }],
  });
  return {
    rosters: entries.map(({ cycle, group, name, email, slices, timeZone, claimed }) => ({
      quarter: cycle.quarter,
      group,
      name,
      email,
      slices: parseSlices(slices),
      timeZone,
      ballotCollected: cycle.destroyedAt ? "no longer known: the marks were destroyed" : claimed,
    })),
    mails: deliveries.map(({ cycle, ...mail }) => ({ quarter: cycle.quarter, ...mail })),
  };
}

/** What the company's directory said about the person, if it manages them. */
async function readDirectory(tx: CompanyTransaction, { companyId, memberId }: Tenant) {
  const person = await tx.directoryPerson.findUnique({
    where: { companyId_memberId: { companyId, memberId } },
    include: { memberships: { include: { group: { select: { displayName: true } } } } },
  });
  if (!person) return null;
  const { said, email, active, memberships, deactivatedAt } = person;
  return { said, email, active, deactivatedAt, groups: memberships.map(({ group }) => group.displayName) };
}

/** What a leader wrote or rated under their name. */
async function readSigned(tx: CompanyTransaction, { companyId, memberId }: Tenant) {
  const mine = { where: { companyId, memberId }, include: { cycle: { select: { quarter: true } } } } as const;
  const ratings = await tx.attributedRating.findMany(mine);
  const commitments = await tx.commitment.findMany(mine);
  const statements = await tx.leaderStatement.findMany(mine);
  const parts = await tx.$queryRaw<{ quarter: string; seat: string; name: string }[]>`
    select cycle.quarter, report_part.part as seat, report_part.content ->> 'leaderName' as name
    from report_part join cycle on cycle.company_id = report_part.company_id and cycle.id = report_part.cycle_id
    where report_part.company_id = ${companyId}::uuid and report_part.content ->> 'leaderId' = ${memberId}
    order by cycle.quarter desc`;
  return {
    ratings: ratings.map(({ cycle, kind, seat, answers }) => ({ quarter: cycle.quarter, kind, seat, answers })),
    commitments: commitments.map(({ cycle, seat, kind, subject, action, dueOn, state, sharedAt, closedAt }) => ({
      quarter: cycle.quarter,
      seat,
      kind,
      subject,
      action,
      dueOn: day(dueOn),
      state,
      sharedAt,
      closedAt,
    })),
    boardWords: statements.map(({ cycle, seat, text }) => ({ quarter: cycle.quarter, seat, text })),
    namedInReports: parts,
  };
}

/** What an admin, leader or board member did, with their address as its author. */
async function readDeeds(tx: CompanyTransaction, { companyId, memberId, email }: Tenant) {
  const deeds = await tx.auditEntry.findMany({ where: { companyId, actor: email }, orderBy: [{ at: "desc" }] });
  const links = await tx.boardShare.findMany({
    where: { companyId, createdBy: email },
    orderBy: { createdAt: "desc" },
  });
  const keys = await tx.apiKey.findMany({ where: { companyId, memberId }, orderBy: { createdAt: "desc" } });
  const flags = await tx.commentFlag.findMany({
    where: { companyId, OR: [{ flaggedBy: email }, { decidedBy: email }] },
    include: { cycle: { select: { quarter: true } } },
  });
  return {
    auditLog: deeds.map(({ at, action, subject }) => ({ at, action, subject })),
    boardLinks: links.map(({ label, createdAt, expiresAt, revokedAt }) => ({ label, createdAt, expiresAt, revokedAt })),
    apiKeys: keys.map(({ name, scopes, createdAt, expiresAt, revokedAt, lastUsedOn }) => ({
      ...{ name, scopes, createdAt, expiresAt, revokedAt },
      lastUsedOn: lastUsedOn && day(lastUsedOn),
    })),
    reportedComments: flags.map(({ cycle, reason, state, flaggedBy, decidedAt }) => ({
      quarter: cycle.quarter,
      youWere: flaggedBy === email ? "the reader who reported it" : "the admin who decided",
      reason,
      state,
      decidedAt,
    })),
  };
}

/** Sign-in data of the address, which belongs to no company. */
const readSignIn = (email: string) =>
  withDirectory(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      include: {
        sessions: {
          select: { createdOn: true, lastUsedOn: true, expires: true, signOnCompany: true },
          orderBy: { expires: "desc" },
        },
      },
    });
    return {
      addressConfirmedAt: user?.emailVerified ?? null,
      sessions: {
        count: user?.sessions.length ?? 0,
        each: (user?.sessions ?? []).map(({ signOnCompany, ...session }) => ({
          ...session,
          through: signOnCompany === null ? "a link by mail" : "a company's single sign-on",
        })),
      },
    };
  });

/** Everything this company's part of the product holds about the asking person, and in words what it does not. */
export async function getOwnData(tenant: Tenant) {
  const held = await withCompany(tenant, async (tx) => {
    const { companyId, memberId } = tenant;
    const company = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { contact: true } });
    const member = await tx.member.findUniqueOrThrow({ where: { companyId_id: { companyId, id: memberId } } });
    const seats = await tx.seatTenure.findMany({ where: { companyId, memberId }, orderBy: { startedAt: "desc" } });
    const { name, email, admin, board, group, slices, timeZone, createdAt, lastHereOn } = member;
    return {
      contact: company.contact,
      membership: {
        ...{ id: memberId, name, email, admin, board, group, slices: parseSlices(slices), since: createdAt },
        timeZone,
        lastHereOn: lastHereOn && day(lastHereOn),
      },
      directory: await readDirectory(tx, tenant),
      seats: seats.map(({ seat, startedAt, endedAt }) => ({ seat, startedAt, endedAt })),
      ...(await readRoster(tx, tenant)),
      ...(await readSigned(tx, tenant)),
      ...(await readDeeds(tx, tenant)),
    };
  });
  return {
    format: ownDataFormat,
    company: { slug: tenant.slug, name: tenant.name },
    writtenAt: tenant.now,
    notHere: [...notInOwnData],
    ...held,
    signIn: await readSignIn(tenant.email),
  };
}
