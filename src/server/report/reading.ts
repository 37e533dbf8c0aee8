import type { Tenant } from "@/server/company/tenant";

/** Whether the asking person may read a cycle's board page now: leaders from release, the board 48 hours later. */
export function mayReadBoardPage(tenant: Tenant, cycle: { phase: string; boardAt: Date | null }): boolean {
  if (cycle.phase !== "released") return false;
  if (tenant.roles.includes("cto") || tenant.roles.includes("vpe")) return true;
  return tenant.roles.includes("board") && cycle.boardAt !== null && cycle.boardAt <= tenant.now;
}
