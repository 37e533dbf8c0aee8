import type { KeyObject } from "node:crypto";
import { fromBase64Url } from "@/domain/bytes";
import { type Manifest, manifestSchema } from "@/domain/manifest";
import { parseCycleName } from "@/domain/quarter";
import type { RaterGroup } from "@/domain/rater-group";
import { readPublicIssuerKey } from "@/server/ballot/verify";
import { withCompany, withDirectory } from "@/server/db/with-company";

/** What everybody may know of an opened cycle. Immutable, so it is kept in memory for a while. */
export type PublicCycle = {
  companyId: string;
  cycleId: string;
  name: string;
  manifestText: string;
  manifestHash: string;
  manifest: Manifest;
  issuerKeys: { keyIdHex: string; group: RaterGroup; key: KeyObject }[];
};

const known = new Map<string, { cycle: PublicCycle; until: number }>();
const knownLimit = 500;
/** Immutable is not eternal: a company may be deleted, by another process, and its address given to a new one. */
const knownMilliseconds = 60_000;

async function load(name: string): Promise<PublicCycle | null> {
  const { slug, quarter } = parseCycleName(name);
  const company = await withDirectory((tx) => tx.company.findUnique({ where: { slug } }));
  if (!company) return null;
  const cycle = await withCompany({ companyId: company.id }, (tx) =>
    tx.cycle.findUnique({ where: { companyId_quarter: { companyId: company.id, quarter } } }),
  );
  if (!cycle?.manifest || !cycle.manifestHash) return null;
  const manifest = manifestSchema.parse(JSON.parse(cycle.manifest));
  return {
    companyId: company.id,
    cycleId: cycle.id,
    name,
    manifestText: cycle.manifest,
    manifestHash: cycle.manifestHash,
    manifest,
    issuerKeys: manifest.groups.map((group) => ({
      keyIdHex: group.issuerKeyId,
      group: group.group,
      key: readPublicIssuerKey(fromBase64Url(group.issuerKey)),
    })),
  };
}

/** An opened cycle by its public name, or null if there is none (or it is still a draft). */
export async function findPublicCycle(name: string): Promise<PublicCycle | null> {
  const cached = known.get(name);
  if (cached && cached.until > Date.now()) return cached.cycle;
  const cycle = await load(name);
  if (cycle) {
    if (known.size >= knownLimit) known.clear();
    known.set(name, { cycle, until: Date.now() + knownMilliseconds });
  } else known.delete(name);
  return cycle;
}

/** The phase of an opened cycle right now. */
export const getPhase = async (
  cycle: PublicCycle,
): Promise<{ phase: "open" | "closed" | "released"; closesAt: Date }> =>
  withCompany(cycle, async (tx) => {
    const row = await tx.cycle.findUniqueOrThrow({
      where: { companyId_id: { companyId: cycle.companyId, id: cycle.cycleId } },
      select: { phase: true, closesAt: true },
    });
    return { phase: row.phase as "open" | "closed" | "released", closesAt: row.closesAt };
  });
