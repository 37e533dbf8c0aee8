import { countWords } from "@/domain/board-words";
import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { type Seat, seatLabel } from "@/domain/seat";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { lockedCycle } from "@/server/cycle/locked";
import { withCompany } from "@/server/db/with-company";
import { findWritable } from "./queries";

/** Saves a leader's words for the board page, or takes them back if empty; from the preview until the board's moment. */
export async function saveStatement(
  tenant: Tenant,
  { quarter, seat, text }: { quarter: string; seat: Seat; text: string },
): Promise<void> {
  await withCompany(tenant, async (tx) => {
    // The row lock keeps a save and a release, a hold or its lifting apart.
    await lockedCycle(tx, tenant, quarter);
    const { cycle, seats, mayWrite, standing } = await findWritable(tx, tenant, quarter);
    if (!seats.includes(seat)) throw notFound();
    if (standing.stage === "board") {
      throw new Refusal("too-late", "The board reads the page. Your words stand as they are.", "text");
    }
    if (!mayWrite) throw new Refusal("conflict", "There is no result to write about.", "text");
    const where = { companyId_cycleId_seat: { companyId: tenant.companyId, cycleId: cycle.id, seat } };
    if (text === "") {
      await tx.leaderStatement.deleteMany({ where: { companyId: tenant.companyId, cycleId: cycle.id, seat } });
    } else {
      await tx.leaderStatement.upsert({
        where,
        create: { companyId: tenant.companyId, cycleId: cycle.id, memberId: tenant.memberId, seat, text },
        update: { memberId: tenant.memberId, text },
      });
    }
    const what = text === "" ? "taken back" : `${countWords(text)} words`;
    await recordAudit(tx, tenant, "statement.save", `${quarterLabel(quarter)}, ${seatLabel[seat].short}, ${what}`);
  });
}
