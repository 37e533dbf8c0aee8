import { matchesScimFilter, soleEquality } from "@/domain/scim-filter";
import { type GroupStep, groupSteps, isGroupFilterAttribute, parseGroupBody } from "@/domain/scim-group";
import { parsePatch } from "@/domain/scim-patch";
import { badRequest, noResource, ScimRefusal } from "@/domain/scim-refusal";
import { type GroupRow, groupView, type ScimListInput } from "@/domain/scim-view";
import type { Tenant } from "@/server/company/tenant";
import { keyOf } from "@/server/cycle/locked";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { lockRoster } from "@/server/roster/write";
import { reconcile } from "./reconcile";
import { readFilter } from "./users";

type GroupView = ReturnType<typeof groupView>;
/** Ids of one statement. */
const batchSize = 5_000;

async function refuseTaken(tx: CompanyTransaction, { companyId }: Tenant, id: string | null, displayName: string) {
  const other = await tx.directoryGroup.findUnique({
    where: { companyId_nameKey: { companyId, nameKey: displayName.toLowerCase() } },
  });
  if (other && other.id !== id) throw new ScimRefusal(409, "uniqueness", "Another group has this displayName.");
}

async function membersOf(tx: CompanyTransaction, { companyId }: Tenant, groupId: string): Promise<string[]> {
  const rows = await tx.directoryMembership.findMany({ where: { companyId, groupId }, select: { memberId: true } });
  return rows.map(({ memberId }) => memberId);
}

async function addMembers(tx: CompanyTransaction, { companyId }: Tenant, groupId: string, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  for (let start = 0; start < wanted.length; start += batchSize) {
    const batch = wanted.slice(start, start + batchSize);
    const known = await tx.directoryPerson.findMany({
      where: { companyId, memberId: { in: batch }, deleted: false },
      select: { memberId: true },
    });
    const knownIds = new Set(known.map(({ memberId }) => memberId));
    const unknown = batch.find((id) => !knownIds.has(id));
    if (unknown) throw badRequest("invalidValue", `There is no user ${unknown}.`);
    await tx.directoryMembership.createMany({
      data: batch.map((memberId) => ({ companyId, groupId, memberId })),
      skipDuplicates: true,
    });
  }
}

/** Does one step and says whose place on the roster it may change. */
async function takeStep(tx: CompanyTransaction, tenant: Tenant, groupId: string, step: GroupStep): Promise<string[]> {
  const { companyId } = tenant;
  if (step.kind === "external-id") {
    await tx.directoryGroup.update({ where: keyOf(tenant, groupId), data: { externalId: step.externalId } });
    return [];
  }
  if (step.kind === "name") {
    const { displayName } = step;
    await refuseTaken(tx, tenant, groupId, displayName);
    await tx.directoryGroup.update({
      where: keyOf(tenant, groupId),
      data: { displayName, nameKey: displayName.toLowerCase() },
    });
    return membersOf(tx, tenant, groupId);
  }
  const before = step.kind === "replace" ? await membersOf(tx, tenant, groupId) : [];
  const kept = new Set(step.members);
  const leaving = step.kind === "remove" ? step.members : before.filter((id) => !kept.has(id));
  for (let start = 0; start < leaving.length; start += batchSize) {
    await tx.directoryMembership.deleteMany({
      where: { companyId, groupId, memberId: { in: leaving.slice(start, start + batchSize) } },
    });
  }
  if (step.kind !== "remove") await addMembers(tx, tenant, groupId, step.members);
  return [...leaving, ...step.members];
}

async function readGroup(tx: CompanyTransaction, tenant: Tenant, id: string, withMembers: boolean): Promise<GroupRow> {
  const group = await tx.directoryGroup.findUnique({ where: keyOf(tenant, id) });
  if (!group) throw noResource();
  return { ...group, members: withMembers ? await peopleOf(tx, tenant, [id]).then((all) => all.get(id) ?? []) : [] };
}

/** Members of groups with the names they have here. */
async function peopleOf(tx: CompanyTransaction, { companyId }: Tenant, groupIds: string[]) {
  const rows = await tx.$queryRaw<{ groupId: string; id: string; name: string }[]>`
    select membership.group_id as "groupId", member.id, member.name
    from directory_membership as membership
      join member on member.company_id = membership.company_id and member.id = membership.member_id
    where membership.company_id = ${companyId}::uuid and membership.group_id = any(${groupIds}::uuid[])
    order by member.id`;
  const found = new Map<string, GroupRow["members"]>();
  for (const { groupId, ...person } of rows) {
    const members = found.get(groupId) ?? [];
    members.push(person);
    found.set(groupId, members);
  }
  return found;
}

/** Takes a group in, with its members. */
export const createGroup = (tenant: Tenant, body: unknown, base: string): Promise<GroupView> =>
  withCompany(tenant, async (tx) => {
    const { displayName, externalId, members } = parseGroupBody(body);
    await lockRoster(tx, tenant);
    await refuseTaken(tx, tenant, null, displayName);
    const { id } = await tx.directoryGroup.create({
      data: { companyId: tenant.companyId, displayName, nameKey: displayName.toLowerCase(), externalId },
    });
    await addMembers(tx, tenant, id, members);
    await reconcile(tx, tenant, members);
    return groupView(await readGroup(tx, tenant, id, true), base);
  });

async function changeGroup(tenant: Tenant, id: string, steps: readonly GroupStep[]): Promise<void> {
  await withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    await readGroup(tx, tenant, id, false);
    const touched: string[] = [];
    for (const step of steps) touched.push(...(await takeStep(tx, tenant, id, step)));
    await reconcile(tx, tenant, touched);
  });
}

/** Takes a group's whole description. */
export async function replaceGroup(tenant: Tenant, id: string, body: unknown, base: string): Promise<GroupView> {
  const { displayName, externalId, members } = parseGroupBody(body);
  const steps: GroupStep[] = [
    { kind: "name", displayName },
    { kind: "external-id", externalId },
    { kind: "replace", members },
  ];
  await changeGroup(tenant, id, steps);
  return getGroup(tenant, id, base, true);
}

/** Takes a change of a group: all of its operations, or none. */
export async function changeGroupByPatch(tenant: Tenant, id: string, body: unknown): Promise<void> {
  await changeGroup(tenant, id, parsePatch(body).flatMap(groupSteps));
}

/** Forgets a group; what its members were by it, they are no more. */
export const deleteGroup = (tenant: Tenant, id: string): Promise<void> =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    await readGroup(tx, tenant, id, false);
    const members = await membersOf(tx, tenant, id);
    await tx.directoryGroup.delete({ where: keyOf(tenant, id) });
    await reconcile(tx, tenant, members);
  });

export const getGroup = (tenant: Tenant, id: string, base: string, withMembers: boolean): Promise<GroupView> =>
  withCompany(tenant, async (tx) => groupView(await readGroup(tx, tenant, id, withMembers), base));

/** One page of groups in the order of their ids. */
export const listGroups = (
  tenant: Tenant,
  { filter: written, startIndex, count }: ScimListInput,
  base: string,
  withMembers: boolean,
) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const filter = written === null ? null : readFilter(written, isGroupFilterAttribute);
    const name = filter && soleEquality(filter, "displayname");
    const rows = await tx.directoryGroup.findMany({
      where: { companyId, ...(name ? { nameKey: name.toLowerCase() } : {}) },
      orderBy: { id: "asc" },
    });
    const needsMembers = withMembers || (written ?? "").toLowerCase().includes("members");
    const members = needsMembers
      ? await peopleOf(
          tx,
          tenant,
          rows.map(({ id }) => id),
        )
      : new Map();
    const all = rows.map((row) => groupView({ ...row, members: members.get(row.id) ?? [] }, base));
    const matching = filter ? all.filter((group) => matchesScimFilter(filter, group)) : all;
    return { total: matching.length, groups: matching.slice(startIndex - 1, startIndex - 1 + count) };
  });
