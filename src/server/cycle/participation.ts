import type { Phase } from "@/domain/cycle";
import type { Ledger } from "@/domain/ledger";
import { manifestSchema } from "@/domain/manifest";
import { type GroupParticipation, participation } from "@/domain/participation";
import type { RaterGroup } from "@/domain/rater-group";
import type { ResponseReport } from "@/domain/report";

/** An opened cycle with what is kept of its numbers: claim marks live until destruction, the ledger stays. */
type Counted = { phase: string; manifest: string | null; ledger: { content: unknown } | null };

/** Participation per rater group, the same for the cycle's page, the glance at all quarters and the public API. */
export function participationOf(
  { phase, manifest, ledger }: Counted,
  response: unknown,
  claimedOf: (group: RaterGroup) => number,
): GroupParticipation[] {
  const kept = ledger?.content as Ledger | undefined;
  const report = response as ResponseReport | undefined;
  const groups = manifest ? manifestSchema.parse(JSON.parse(manifest)).groups : [];
  return groups.map(({ group, rosterSize }) => ({
    group,
    invited: rosterSize,
    participation: participation({
      phase: phase as Phase,
      invited: rosterSize,
      claimed: kept?.groups.find((counted) => counted.group === group)?.claimed ?? claimedOf(group),
      ballots: report?.groups.find((counted) => counted.group === group)?.ballots ?? null,
    }),
  }));
}
