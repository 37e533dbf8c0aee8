import type { CycleAddress } from "./ballot-store";
import type { CompanyTransaction } from "./with-company";

/** Waits for the claims and casts under way and keeps new ones out until the transaction ends. */
export async function lockCycle(tx: CompanyTransaction, { companyId, cycleId }: CycleAddress): Promise<void> {
  await tx.$executeRaw`select close_cycle_lock(${companyId}::uuid, ${cycleId}::uuid)`;
}

/** Keeps the cycle from closing until the transaction ends; many may hold it at once. */
export async function lockCycleShared(tx: CompanyTransaction, { companyId, cycleId }: CycleAddress): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(cycle_lock_key(${companyId}::uuid, ${cycleId}::uuid))`;
}
