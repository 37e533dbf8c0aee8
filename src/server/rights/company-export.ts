import type { z } from "zod";
import { type ExportPart, type exportPageInput, exportPageSize, notInCompanyExport } from "@/domain/company-export";
import { parseSlices } from "@/domain/roster";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";

/** The head of a company's file. That it was taken along stands in the audit log. */
export const startExport = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const company = await tx.company.findUniqueOrThrow({ where: { id: tenant.companyId } });
    await recordAudit(tx, tenant, "company.export");
    return {
      format: "tandem/company/1",
      writtenAt: tenant.now,
      company: {
        id: company.id,
        slug: company.slug,
        name: company.name,
        contact: company.contact,
        mailDomains: company.mailDomains,
        createdAt: company.createdAt,
        retentionCycles: company.retentionCycles,
        neutralLabelsOnly: company.neutralLabelsOnly,
        commentDelayHours: company.commentDelayHours,
      },
      notHere: [...notInCompanyExport],
    };
  });

type Window = { skip: number; take: number };
type Reader = (tx: CompanyTransaction, companyId: string, window: Window) => Promise<object[]>;

const ofQuarter = { cycle: { select: { quarter: true } } } as const;
const flat = ({ cycle, ...row }: { cycle: { quarter: string } } & object): object => ({
  quarter: cycle.quarter,
  ...row,
});

/** Each part names its columns one by one: a column that is added later is not in the file before somebody decides so. */
const readers: Record<ExportPart, Reader> = {
  members: async (tx, companyId, window) =>
    (
      await tx.member.findMany({
        where: { companyId },
        select: {
          id: true,
          name: true,
          email: true,
          admin: true,
          board: true,
          group: true,
          slices: true,
          timeZone: true,
          createdAt: true,
        },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map((row) => ({ ...row, slices: parseSlices(row.slices) })),
  directoryPeople: (tx, companyId, window) =>
    tx.directoryPerson.findMany({
      where: { companyId },
      select: { memberId: true, said: true, email: true, active: true, deleted: true, deactivatedAt: true },
      orderBy: { memberId: "asc" },
      ...window,
    }),
  directoryGroups: async (tx, companyId, window) =>
    (
      await tx.directoryGroup.findMany({
        where: { companyId },
        select: { displayName: true, externalId: true, memberships: { select: { memberId: true } } },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(({ memberships, ...group }) => ({ ...group, members: memberships.map(({ memberId }) => memberId) })),
  seats: (tx, companyId, window) =>
    tx.seatTenure.findMany({
      where: { companyId },
      select: { seat: true, memberId: true, startedAt: true, endedAt: true },
      orderBy: { id: "asc" },
      ...window,
    }),
  cycles: async (tx, companyId, window) =>
    (
      await tx.cycle.findMany({
        where: { companyId },
        select: {
          quarter: true,
          phase: true,
          opensAt: true,
          closesAt: true,
          castsFrom: true,
          sliceNames: true,
          closedAt: true,
          releasedAt: true,
          boardDelayHours: true,
          heldAt: true,
          boardAt: true,
          destroyedAt: true,
          expiredAt: true,
          remindersSent: true,
          lastRemindedAt: true,
          boardHeadline: true,
          boardQuestion: true,
          manifestHash: true,
          manifest: true,
          ledger: { select: { content: true } },
        },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(({ ledger, ...cycle }) => ({ ...cycle, ledger: ledger?.content ?? null })),
  rosters: async (tx, companyId, window) =>
    (
      await tx.rosterEntry.findMany({
        where: { companyId },
        select: { memberId: true, name: true, email: true, group: true, slices: true, timeZone: true, ...ofQuarter },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(flat),
  mails: async (tx, companyId, window) =>
    (
      await tx.delivery.findMany({
        where: { companyId },
        select: { email: true, kind: true, state: true, attempts: true, error: true, ...ofQuarter },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(flat),
  commitments: async (tx, companyId, window) =>
    (
      await tx.commitment.findMany({
        where: { companyId, sharedAt: { not: null } },
        select: {
          memberId: true,
          seat: true,
          kind: true,
          subject: true,
          action: true,
          dueOn: true,
          state: true,
          sharedAt: true,
          closedAt: true,
          ...ofQuarter,
        },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(flat),
  events: (tx, companyId, window) =>
    tx.companyEvent.findMany({
      where: { companyId },
      select: { quarter: true, label: true },
      orderBy: { id: "asc" },
      ...window,
    }),
  boardLinks: async (tx, companyId, window) =>
    (
      await tx.boardShare.findMany({
        where: { companyId },
        select: { label: true, createdBy: true, createdAt: true, expiresAt: true, revokedAt: true, ...ofQuarter },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(flat),
  apiKeys: (tx, companyId, window) =>
    tx.apiKey.findMany({
      where: { companyId },
      select: {
        name: true,
        memberId: true,
        scopes: true,
        createdAt: true,
        expiresAt: true,
        revokedAt: true,
        lastUsedOn: true,
      },
      orderBy: { id: "asc" },
      ...window,
    }),
  reportedComments: async (tx, companyId, window) =>
    (
      await tx.commentFlag.findMany({
        where: { companyId },
        select: { reason: true, state: true, flaggedBy: true, decidedBy: true, decidedAt: true, ...ofQuarter },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(flat),
  singleSignOn: (tx, companyId, window) =>
    tx.signOn.findMany({
      where: { companyId },
      select: { issuer: true, clientId: true, required: true, breakGlass: true, checkedOn: true },
      ...window,
    }),
  verifiedDomains: (tx, companyId, window) =>
    tx.signOnDomain.findMany({
      where: { companyId },
      select: { domain: true, verifiedOn: true },
      orderBy: { domain: "asc" },
      ...window,
    }),
  notificationAddresses: (tx, companyId, window) =>
    tx.webhookEndpoint.findMany({
      where: { companyId },
      select: { name: true, kind: true, shownAddress: true, events: true, disabledReason: true, createdAt: true },
      orderBy: { id: "asc" },
      ...window,
    }),
  notifications: async (tx, companyId, window) =>
    (
      await tx.webhookDelivery.findMany({
        where: { companyId },
        select: { event: true, state: true, attempts: true, createdAt: true, endpoint: { select: { name: true } } },
        orderBy: { id: "asc" },
        ...window,
      })
    ).map(({ endpoint, ...row }) => ({ to: endpoint.name, ...row })),
  auditLog: (tx, companyId, window) =>
    tx.auditEntry.findMany({
      where: { companyId },
      omit: { companyId: true, id: true },
      orderBy: { sequence: "asc" },
      ...window,
    }),
};

/** One page of one part; fewer rows than a page holds are its end. */
export const exportPage = (tenant: Tenant, { part, page }: z.output<typeof exportPageInput>) =>
  withCompany(tenant, (tx) =>
    readers[part](tx, tenant.companyId, { skip: page * exportPageSize, take: exportPageSize }),
  );
