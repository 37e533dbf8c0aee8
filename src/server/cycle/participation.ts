import type { Phase } from "@/domain/cycle";
import type { Ledger } from "@/domain/ledger";
import { manifestSchema } from "@/domain/manifest";
import { type GroupParticipation, participation } from "@/domain/participation";
import type { RaterGroup } from "@/domain/rater-group";
import type { ResponseReport } from "@/domain/report";
import type { CompanyTransaction } from "@/server/db/with-company";

/** How many ballots a group of a cycle has collected. Claim marks live until destruction; the ledger keeps their number. */
async function findClaims(tx: CompanyTransaction, companyId: string, cycleIds: readonly string[]) {
  const marks = await tx.rosterEntry.groupBy({
    by: ["cycleId", "group"],
    where: { companyId, cycleId: { in: [...cycleIds] }, claimed: true },
    _count: true,
  });
  // Only the counts: of a large cycle the list of receipts is a megabyte.
  const ledgers = await tx.$queryRaw<{ cycleId: string; groups: Ledger["groups"] }[]>`
    select cycle_id as "cycleId", content -> 'groups' as groups
    from ledger where company_id = ${companyId}::uuid and cycle_id = any(${[...cycleIds]}::uuid[])`;
  return (cycleId: string, group: RaterGroup): number =>
    ledgers.find((ledger) => ledger.cycleId === cycleId)?.groups.find((counted) => counted.group === group)?.claimed ??
    marks.find((row) => row.cycleId === cycleId && row.group === group)?._count ??
    0;
}

type Cycle = { id: string; phase: string; manifest: string | null; response: ResponseReport | undefined };

/** Participation per rater group by cycle id, the same for the cycle's page, the glance at all quarters and the public API. */
export async function findParticipation(
  tx: CompanyTransaction,
  companyId: string,
  cycles: readonly Cycle[],
): Promise<Map<string, GroupParticipation[]>> {
  const claimedOf = await findClaims(
    tx,
    companyId,
    cycles.map(({ id }) => id),
  );
  return new Map(
    cycles.map(({ id, phase, manifest, response }) => {
      const groups = manifest ? manifestSchema.parse(JSON.parse(manifest)).groups : [];
      const told = groups.map(({ group, rosterSize }) => ({
        group,
        invited: rosterSize,
        participation: participation({
          phase: phase as Phase,
          invited: rosterSize,
          claimed: claimedOf(id, group),
          ballots: response?.groups.find((counted) => counted.group === group)?.ballots ?? null,
        }),
      }));
      return [id, told];
    }),
  );
}
