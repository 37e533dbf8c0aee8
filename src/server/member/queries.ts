import type { Seat } from "@/domain/seat";
import { seatSchema } from "@/domain/seat-schema";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

/** People with a role or a seat, by name. Engineers without a role are on the roster page, not here. */
export const listMembers = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const members = await tx.member.findMany({
      where: {
        companyId: tenant.companyId,
        OR: [{ admin: true }, { board: true }, { seatTenures: { some: { endedAt: null } } }],
      },
      include: { seatTenures: { where: { endedAt: null } } },
      orderBy: [{ name: "asc" }, { email: "asc" }],
    });
    return members.map((member) => ({
      id: member.id,
      name: member.name,
      email: member.email,
      admin: member.admin,
      board: member.board,
      seats: member.seatTenures.map((tenure): Seat => seatSchema.parse(tenure.seat)),
      isYou: member.id === tenant.memberId,
      /** To the day, for example 2026-06-19; null if never. */
      lastHereOn: member.lastHereOn?.toISOString().slice(0, 10) ?? null,
    }));
  });
