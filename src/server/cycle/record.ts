import { fromHex } from "@/domain/bytes";
import type { Phase } from "@/domain/cycle";
import type { Ledger } from "@/domain/ledger";
import { fingerprintWords } from "@/domain/manifest";
import { usualTimeZone } from "@/domain/time-zone";
import { castsFromOf } from "@/domain/windows";
import { withCompany } from "@/server/db/with-company";
import { wordList } from "@/server/invitation/word-list";
import { findPublicCycle } from "./public-cycle";

/** The public record of an opened cycle, for anybody; null if there is none. The ledger appears after the tally. */
export async function getPublicRecord(name: string) {
  const cycle = await findPublicCycle(name);
  if (!cycle) return null;
  const place = { companyId: cycle.companyId, cycleId: cycle.cycleId };
  return withCompany(cycle, async (tx) => {
    const row = await tx.cycle.findUniqueOrThrow({
      where: { companyId_id: { companyId: cycle.companyId, id: cycle.cycleId } },
    });
    const ledger = await tx.ledger.findUnique({ where: { companyId_cycleId: place } });
    const { manifest } = cycle;
    return {
      companyName: manifest.company.name,
      contact: manifest.company.contact,
      quarter: manifest.cycle.quarter,
      phase: row.phase as Phase,
      opensAt: new Date(manifest.cycle.opensAt),
      closesAt: new Date(manifest.cycle.closesAt),
      castsFrom: castsFromOf(manifest.windows),
      closedAt: row.closedAt,
      // A manifest from before that was noted tells by UTC.
      timeZone: manifest.clocks?.timeZone ?? usualTimeZone,
      manifestText: cycle.manifestText,
      manifestHash: cycle.manifestHash,
      words: fingerprintWords(fromHex(cycle.manifestHash), wordList),
      groups: manifest.groups.map(({ group, rosterSize, rosterRoot, issuerKeyId }) => ({
        group,
        invited: rosterSize,
        rosterRoot,
        issuerKeyId,
      })),
      ledger: (ledger?.content as Ledger | undefined) ?? null,
      destroyOn: row.closedAt && new Date(row.closedAt.getTime() + manifest.disputeDays * 86_400_000),
      destroyedAt: row.destroyedAt,
    };
  });
}
