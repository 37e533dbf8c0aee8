import type { z } from "zod";
import { notFound, Refusal } from "@/domain/errors";
import type { inviteMemberInput, setRolesInput } from "@/domain/member";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { sendWelcome } from "@/server/mail/welcome";

async function refuseIfLastAdmin(tx: CompanyTransaction, tenant: Tenant, memberId: string): Promise<void> {
  const others = await tx.member.count({ where: { companyId: tenant.companyId, admin: true, id: { not: memberId } } });
  if (others === 0)
    throw new Refusal("conflict", "A company needs at least one admin. Make somebody else an admin first.");
}

/** Adds an admin or board member, or gives roles to somebody who is a member already; tells them by mail. */
export async function inviteMember(tenant: Tenant, input: z.output<typeof inviteMemberInput>): Promise<void> {
  const { email, name, admin, board } = input;
  await withCompany(tenant, async (tx) => {
    await tx.member.upsert({
      where: { companyId_email: { companyId: tenant.companyId, email } },
      create: { companyId: tenant.companyId, email, name, admin, board },
      update: { ...(admin ? { admin } : {}), ...(board ? { board } : {}) },
    });
    await recordAudit(tx, tenant, "member.invite", email);
  });
  const roles = [admin ? "an admin" : null, board ? "a board member" : null].filter((role) => role !== null);
  await sendWelcome(email, tenant.name, roles.join(" and ") || "a member");
}

/** Sets what a member may do; the last admin is protected. */
export async function setRoles(tenant: Tenant, input: z.output<typeof setRolesInput>): Promise<void> {
  const { memberId, admin, board } = input;
  await withCompany(tenant, async (tx) => {
    const member = await tx.member.findUnique({
      where: { companyId_id: { companyId: tenant.companyId, id: memberId } },
    });
    if (!member) throw notFound();
    if (member.admin && !admin) await refuseIfLastAdmin(tx, tenant, memberId);
    await tx.member.update({
      where: { companyId_id: { companyId: tenant.companyId, id: memberId } },
      data: { admin, board },
    });
    await recordAudit(tx, tenant, "member.setRoles", member.email);
  });
}

/** Takes a person out of the company: from the next cycle on they are not asked; frozen rosters keep their name until destruction. */
export async function removeMember(tenant: Tenant, memberId: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const member = await tx.member.findUnique({
      where: { companyId_id: { companyId: tenant.companyId, id: memberId } },
      include: { seatTenures: true, rosterEntries: { take: 1 } },
    });
    if (!member) throw notFound();
    if (member.admin) await refuseIfLastAdmin(tx, tenant, memberId);
    if (member.seatTenures.some((tenure) => tenure.endedAt === null)) {
      throw new Refusal("conflict", `${member.name} holds a seat. Vacate the seat first.`);
    }
    const where = { companyId_id: { companyId: tenant.companyId, id: memberId } };
    if (member.rosterEntries.length > 0 || member.seatTenures.length > 0) {
      await tx.member.update({ where, data: { admin: false, board: false, group: null } });
    } else {
      await tx.member.delete({ where });
    }
    await recordAudit(tx, tenant, "member.remove", member.email);
  });
}
