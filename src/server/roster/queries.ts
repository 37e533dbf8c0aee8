import { createHash } from "node:crypto";
import type { z } from "zod";
import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { type RaterGroup, raterGroupSchema } from "@/domain/rater-group";
import { type PresentMember, parseSlices, type RosterGround, rosterPageSize } from "@/domain/roster";
import { type EarlierRoster, rosterEffects } from "@/domain/roster-anonymity";
import { compareRoster, pageOfRows, type RosterComparison } from "@/domain/roster-comparison";
import { type RosterDraft, rosterImportSchema } from "@/domain/roster-draft";
import type { getImportInput, listRosterInput, walkRosterInput } from "@/domain/roster-input";
import type { Seat } from "@/domain/seat";
import { seatSchema } from "@/domain/seat-schema";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";

const groupOf = (stored: string | null) => raterGroupSchema.nullable().catch(null).parse(stored);

/** Everything a draft is compared with, as it is now. */
export async function getRosterGround(tx: CompanyTransaction, tenant: Tenant): Promise<RosterGround> {
  const { companyId } = tenant;
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { mailDomains: true } });
  const tenures = await tx.seatTenure.findMany({
    where: { companyId, endedAt: null },
    select: { seat: true, member: { select: { email: true } } },
  });
  const seatsByEmail = new Map<string, Seat[]>();
  for (const { seat, member } of tenures) {
    seatsByEmail.set(member.email, [...(seatsByEmail.get(member.email) ?? []), seatSchema.parse(seat)]);
  }
  const members = await tx.member.findMany({
    where: { companyId },
    select: { id: true, name: true, email: true, group: true, slices: true, timeZone: true },
    orderBy: [{ name: "asc" }, { email: "asc" }],
  });
  const people = await tx.directoryPerson.findMany({ where: { companyId }, select: { memberId: true } });
  const managed = new Set(people.map(({ memberId }) => memberId));
  const present = members.map(
    ({ id, name, email, group, slices, timeZone }): PresentMember => ({
      id,
      name,
      email,
      group: groupOf(group),
      slices: parseSlices(slices),
      timeZone,
      managed: managed.has(id),
    }),
  );
  return { mailDomains: company.mailDomains, seatsByEmail, present };
}

export type OpenImport = { fileName: string; draft: RosterDraft };

/** The draft of an import that nobody has applied or discarded; says who did if somebody has. */
export async function getOpenImport(tx: CompanyTransaction, tenant: Tenant, importId: string): Promise<OpenImport> {
  const found = await tx.rosterImport.findUnique({
    where: { companyId_id: { companyId: tenant.companyId, id: importId } },
  });
  if (!found) throw notFound();
  const content = rosterImportSchema.parse(found.content);
  if (content.state !== "draft") {
    const who = content.by === tenant.email ? "You" : content.by;
    throw new Refusal(
      "conflict",
      `${who} ${content.state} this import already. The roster page shows how it stands now.`,
      "importId",
    );
  }
  return { fileName: found.fileName, draft: content };
}

/** Names one comparison: two are alike only if applying them writes the same. */
export function comparisonFingerprint(comparison: RosterComparison): string {
  const hash = createHash("sha256");
  for (const { outcome, line, name, email, group, slices, timeZone, before } of comparison.rows) {
    hash.update(`${JSON.stringify([outcome, line, name, email, group, slices, timeZone ?? null, before])}\n`);
  }
  return hash.digest("hex");
}

async function findEarlierRoster(tx: CompanyTransaction, tenant: Tenant): Promise<EarlierRoster | null> {
  const cycle = await tx.cycle.findFirst({
    where: { companyId: tenant.companyId, phase: { not: "draft" } },
    orderBy: { quarter: "desc" },
    select: { id: true, quarter: true },
  });
  if (!cycle) return null;
  const people = await tx.rosterEntry.findMany({
    where: { companyId: tenant.companyId, cycleId: cycle.id },
    select: { email: true, group: true },
  });
  return { label: quarterLabel(cycle.quarter), people };
}

/** One page of an import's comparison with the roster as it is now, its counts, and what it does to anonymity. */
export const getImport = (tenant: Tenant, { importId, filter, page }: z.output<typeof getImportInput>) =>
  withCompany(tenant, async (tx) => {
    const { fileName, draft } = await getOpenImport(tx, tenant, importId);
    const comparison = compareRoster(draft, await getRosterGround(tx, tenant));
    return {
      importId,
      fileName,
      header: draft.header,
      columns: draft.columns,
      counts: comparison.counts,
      effects: rosterEffects(comparison.after, await findEarlierRoster(tx, tenant)),
      comparison: comparisonFingerprint(comparison),
      ...pageOfRows(comparison.rows, filter, page),
    };
  });

/** Some of the present roster by address, after one, whether there are more, and the size of each group. */
export const walkRoster = (tenant: Tenant, { after, limit }: z.output<typeof walkRosterInput>) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const people = await tx.member.findMany({
      where: { companyId, group: { not: null }, email: { gt: after } },
      select: { name: true, email: true, group: true, slices: true, timeZone: true },
      orderBy: { email: "asc" },
      take: limit + 1,
    });
    const size = (group: RaterGroup) => tx.member.count({ where: { companyId, group } });
    return {
      people: people.slice(0, limit).map(({ group, slices, ...person }) => ({
        ...person,
        group: raterGroupSchema.parse(group),
        slices: parseSlices(slices),
      })),
      more: people.length > limit,
      sizes: { engineer: await size("engineer"), executive: await size("executive") },
    };
  });

/** One page of the present roster by name, the size of each group, and imports that wait to be applied. */
export const listRoster = (tenant: Tenant, { page, search }: z.output<typeof listRosterInput>) =>
  withCompany(tenant, async (tx) => {
    const onRoster = { companyId: tenant.companyId, group: { not: null } };
    const text = { contains: search.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
    const where = search === "" ? onRoster : { ...onRoster, OR: [{ name: text }, { email: text }] };
    const found = await tx.member.count({ where });
    const pages = Math.max(1, Math.ceil(found / rosterPageSize));
    const current = Math.min(page, pages);
    const people = await tx.member.findMany({
      where,
      select: { id: true, name: true, email: true, group: true, slices: true, timeZone: true },
      orderBy: [{ name: "asc" }, { email: "asc" }],
      skip: (current - 1) * rosterPageSize,
      take: rosterPageSize,
    });
    const sizes = await tx.member.groupBy({ by: ["group"], where: onRoster, _count: { _all: true } });
    const sizeOf = (group: string) => sizes.find((size) => size.group === group)?._count._all ?? 0;
    const company = await tx.company.findUniqueOrThrow({
      where: { id: tenant.companyId },
      select: { mailDomains: true },
    });
    const waiting = await tx.rosterImport.findMany({
      where: { companyId: tenant.companyId, content: { path: ["state"], equals: "draft" } },
      select: { id: true, fileName: true, createdAt: true },
      orderBy: { createdAt: "desc" },
      take: 5,
    });
    return {
      people: people.map(({ slices, group, ...person }) => ({
        ...person,
        group: groupOf(group),
        slices: parseSlices(slices),
      })),
      page: current,
      pages,
      found,
      groups: { engineer: sizeOf("engineer"), executive: sizeOf("executive") },
      mailDomains: company.mailDomains,
      waiting,
    };
  });
