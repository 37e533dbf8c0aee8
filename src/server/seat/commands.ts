import type { z } from "zod";
import { Refusal } from "@/domain/errors";
import { type Seat, seatLabel } from "@/domain/seat";
import type { assignSeatInput } from "@/domain/seat-assignment";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { sendWelcome } from "@/server/mail/welcome";

async function refuseDuringCycle(tx: CompanyTransaction, tenant: Tenant): Promise<void> {
  const open = await tx.cycle.count({ where: { companyId: tenant.companyId, phase: "open" } });
  if (open > 0) throw new Refusal("conflict", "A cycle is open. Seats can change again once it is closed.");
}

const endTenure = (tx: CompanyTransaction, tenant: Tenant, seat: Seat) =>
  tx.seatTenure.updateMany({
    where: { companyId: tenant.companyId, seat, endedAt: null },
    data: { endedAt: tenant.now },
  });

/** Puts a person into a seat, ending whoever's tenure stands there; a leader leaves the roster of raters. */
export async function assignSeat(tenant: Tenant, input: z.output<typeof assignSeatInput>): Promise<void> {
  const { seat, email, name } = input;
  await withCompany(tenant, async (tx) => {
    await refuseDuringCycle(tx, tenant);
    const member = await tx.member.upsert({
      where: { companyId_email: { companyId: tenant.companyId, email } },
      create: { companyId: tenant.companyId, email, name },
      update: { group: null },
    });
    const current = await tx.seatTenure.findFirst({ where: { companyId: tenant.companyId, seat, endedAt: null } });
    if (current?.memberId === member.id) return;
    await endTenure(tx, tenant, seat);
    await tx.seatTenure.create({
      data: { companyId: tenant.companyId, seat, memberId: member.id, startedAt: tenant.now },
    });
    await recordAudit(tx, tenant, "seat.assign", `${seatLabel[seat].short}: ${email}`);
  });
  await sendWelcome(email, tenant.name, `the ${seatLabel[seat].short}`);
}

/** Leaves a seat without anybody in it. */
export async function vacateSeat(tenant: Tenant, seat: Seat): Promise<void> {
  await withCompany(tenant, async (tx) => {
    await refuseDuringCycle(tx, tenant);
    await endTenure(tx, tenant, seat);
    await recordAudit(tx, tenant, "seat.vacate", seatLabel[seat].short);
  });
}
