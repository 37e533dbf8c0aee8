import type { CycleAddress } from "./ballot-store";
import type { CompanyTransaction } from "./with-company";

/** Waits for the claims and casts under way and keeps new ones out until the transaction ends. */
export async function lockCycle(tx: CompanyTransaction, { companyId, cycleId }: CycleAddress): Promise<void> {
  await tx.$executeRaw`select close_cycle_lock(${companyId}::uuid, ${cycleId}::uuid)`;
}
