import { emailSchema } from "@/domain/member";
import { judgeAddress } from "@/domain/roster-address";
import { filterPaths, matchesScimFilter, parseScimFilter, type ScimFilter, soleEquality } from "@/domain/scim-filter";
import { parsePatch } from "@/domain/scim-patch";
import { badRequest, noResource, ScimRefusal } from "@/domain/scim-refusal";
import {
  addressOfUser,
  isUserFilterAttribute,
  nameOfUser,
  parseUser,
  patchUser,
  type SaidUser,
  saidUserSchema,
} from "@/domain/scim-user";
import type { ScimListInput } from "@/domain/scim-view";
import { userView } from "@/domain/scim-view";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { lockRoster, writeRoster } from "@/server/roster/write";
import { reconcile } from "./reconcile";
import { readAllStandings, readStandings, readSync } from "./standing";

type UserView = ReturnType<typeof userView>;
const keyOf = (tenant: Tenant, memberId: string) => ({ companyId_memberId: { companyId: tenant.companyId, memberId } });

/** The address a user means, if it may be on this company's roster; by the same rules as a row of a file. */
async function checkedAddress(tx: CompanyTransaction, { companyId }: Tenant, said: SaidUser): Promise<string> {
  const written = addressOfUser(said);
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { mailDomains: true } });
  // The directory's addresses are not repaired: what is not exactly one address is refused.
  const verdict = judgeAddress(written, company.mailDomains);
  const exact = emailSchema.safeParse(written);
  if (verdict.kind === "good" && exact.success) return exact.data;
  const cause = verdict.kind === "bad" ? verdict.cause : "This is not one mail address.";
  throw badRequest("invalidValue", `${written.slice(0, 120)}: ${cause}`);
}

const taken = (what: string) => new ScimRefusal(409, "uniqueness", `Another user has this ${what}.`);

/** Refuses a name or an address that another user has, or an address that another member has. */
async function refuseTaken(
  tx: CompanyTransaction,
  { companyId }: Tenant,
  id: string | null,
  said: SaidUser,
  email: string,
) {
  const others = await tx.directoryPerson.findMany({
    where: { companyId, OR: [{ userNameKey: said.userName.toLowerCase() }, { email }] },
    select: { memberId: true, userNameKey: true, email: true },
  });
  for (const other of others.filter(({ memberId }) => memberId !== id)) {
    throw taken(other.email === email ? "address" : "userName");
  }
  const holder = await tx.member.findUnique({ where: { companyId_email: { companyId, email } }, select: { id: true } });
  if (holder && holder.id !== id) throw taken("address");
}

const rowOf = (said: SaidUser, email: string, now: Date) => ({
  externalId: said.externalId ?? null,
  userNameKey: said.userName.toLowerCase(),
  said,
  email,
  active: said.active,
  deactivatedAt: said.active ? null : now,
});

async function viewOf(tx: CompanyTransaction, { companyId }: Tenant, id: string, base: string): Promise<UserView> {
  const { mapping } = await readSync(tx, companyId);
  const [standing] = await readStandings(tx, companyId, mapping, { memberId: id, deleted: false });
  if (!standing) throw noResource();
  return userView(standing, base);
}

/** Who a new user is: somebody the directory deleted and whose leave waits, a member with that address, or a new member. */
async function memberFor(tx: CompanyTransaction, tenant: Tenant, said: SaidUser, email: string): Promise<string> {
  const { companyId } = tenant;
  const deleted = await tx.directoryPerson.findFirst({
    where: { companyId, deleted: true, OR: [{ userNameKey: said.userName.toLowerCase() }, { email }] },
    select: { memberId: true },
  });
  if (deleted) {
    await refuseTaken(tx, tenant, deleted.memberId, said, email);
    return deleted.memberId;
  }
  const find = () =>
    tx.member.findUnique({
      where: { companyId_email: { companyId, email } },
      select: { id: true, directoryPerson: { select: { memberId: true } } },
    });
  const member = await find();
  if (member?.directoryPerson) throw taken("address");
  await refuseTaken(tx, tenant, member?.id ?? null, said, email);
  if (member) return member.id;
  const unasked = { name: nameOfUser(said, email), email, group: null, slices: {} };
  await writeRoster(tx, companyId, { create: [unasked], update: [], leave: [] });
  return (await find())?.id ?? "";
}

/** Takes a user in; a member with the same address becomes the directory's and stays the same person. */
export const createUser = (tenant: Tenant, body: unknown, base: string): Promise<UserView> =>
  withCompany(tenant, async (tx) => {
    const said = parseUser(body);
    await lockRoster(tx, tenant);
    const email = await checkedAddress(tx, tenant, said);
    const id = await memberFor(tx, tenant, said, email);
    const data = { ...rowOf(said, email, tenant.now), deleted: false, declined: null };
    await tx.directoryPerson.upsert({
      where: keyOf(tenant, id),
      create: { companyId: tenant.companyId, memberId: id, ...data },
      update: data,
    });
    await reconcile(tx, tenant, [id]);
    return viewOf(tx, tenant, id, base);
  });

async function changeUser(
  tenant: Tenant,
  id: string,
  base: string,
  change: (said: SaidUser) => SaidUser,
): Promise<UserView> {
  return withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const row = await tx.directoryPerson.findUnique({ where: keyOf(tenant, id) });
    if (!row || row.deleted) throw noResource();
    const before = saidUserSchema.parse(row.said);
    const said = change(before);
    // Somebody whose mail domain is not allowed any more can still be deactivated.
    const moved = addressOfUser(said) !== addressOfUser(before);
    const email = moved ? await checkedAddress(tx, tenant, said) : row.email;
    if (moved || said.userName !== before.userName) await refuseTaken(tx, tenant, id, said, email);
    const { deactivatedAt, ...data } = rowOf(said, email, tenant.now);
    await tx.directoryPerson.update({
      where: keyOf(tenant, id),
      data: { ...data, deactivatedAt: deactivatedAt && (row.deactivatedAt ?? deactivatedAt) },
    });
    await reconcile(tx, tenant, [id]);
    return viewOf(tx, tenant, id, base);
  });
}

/** Takes a user's whole description. */
export const replaceUser = (tenant: Tenant, id: string, body: unknown, base: string): Promise<UserView> => {
  const said = parseUser(body);
  return changeUser(tenant, id, base, () => said);
};

/** Takes a change of a user: all of its operations, or none. */
export const changeUserByPatch = (tenant: Tenant, id: string, body: unknown, base: string): Promise<UserView> => {
  const operations = parsePatch(body);
  return changeUser(tenant, id, base, (said) =>
    operations.reduce((draft, operation) => patchUser(draft, operation), said),
  );
};

/** Lets go of a user: they leave the roster, or wait to, and the directory manages them no more. */
export const deleteUser = (tenant: Tenant, id: string): Promise<void> =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const { count } = await tx.directoryPerson.updateMany({
      where: { companyId: tenant.companyId, memberId: id, deleted: false },
      data: { deleted: true },
    });
    if (count === 0) throw noResource();
    await tx.directoryMembership.deleteMany({ where: { companyId: tenant.companyId, memberId: id } });
    await reconcile(tx, tenant, [id]);
  });

export const getUser = (tenant: Tenant, id: string, base: string): Promise<UserView> =>
  withCompany(tenant, (tx) => viewOf(tx, tenant, id, base));

/** The look-ups that directories make before everything, as questions to the database. */
function quickWhere(filter: ScimFilter) {
  const userName = soleEquality(filter, "username");
  if (userName !== null) return { userNameKey: userName.toLowerCase() };
  const externalId = soleEquality(filter, "externalid");
  return externalId === null ? null : { externalId };
}

export function readFilter(written: string, isAttribute: (path: string) => boolean): ScimFilter {
  const filter = parseScimFilter(written);
  const unknown = filterPaths(filter).find((path) => !isAttribute(path));
  if (unknown !== undefined)
    throw badRequest("invalidFilter", `There is no attribute “${unknown.slice(0, 80)}” to filter by.`);
  return filter;
}

/** One page of users in the order of their ids, which never changes. */
export const listUsers = (tenant: Tenant, { filter: written, startIndex, count }: ScimListInput, base: string) =>
  withCompany(tenant, async (tx) => {
    const filter = written === null ? null : readFilter(written, isUserFilterAttribute);
    const { mapping } = await readSync(tx, tenant.companyId);
    const quick = filter && quickWhere(filter);
    const where = { deleted: false, ...quick };
    if (filter === null || quick) {
      const total = await tx.directoryPerson.count({ where: { ...where, companyId: tenant.companyId } });
      const page = { skip: startIndex - 1, take: count };
      const found = count === 0 ? [] : await readStandings(tx, tenant.companyId, mapping, where, page);
      return { total, users: found.map((standing) => userView(standing, base)) };
    }
    const people = await readAllStandings(tx, tenant.companyId, mapping);
    const all = people.filter(({ deleted }) => !deleted).map((standing) => userView(standing, base));
    const matching = all.filter((user) => matchesScimFilter(filter, user));
    return { total: matching.length, users: matching.slice(startIndex - 1, startIndex - 1 + count) };
  });
