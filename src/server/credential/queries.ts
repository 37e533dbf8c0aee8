import { checkClaimWindow } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { raterGroupSchema } from "@/domain/rater-group";
import { parseSlices } from "@/domain/roster";
import { findPublicCycle } from "@/server/cycle/public-cycle";
import { withCompany } from "@/server/db/with-company";
import { invitationHash } from "@/server/invitation/token";

/** Largest roster that is sent along for the local hints; above it, hints know no names. */
const rosterLimit = 500;

/**
 * The manifest as this invited person is served it, whether a credential was claimed, and the roster of their group. Refused in
 * the second of two windows: nothing may name a person while ballots arrive.
 */
export async function getInvitedManifest(input: { cycle: string; invitation: string }, now: Date) {
  const cycle = await findPublicCycle(input.cycle);
  if (!cycle) throw new Refusal("not-found", "There is no such ballot.");
  checkClaimWindow(cycle.manifest.windows, now, cycle.manifest.clocks?.timeZone);
  return withCompany(cycle, async (tx) => {
    const place = { companyId: cycle.companyId, cycleId: cycle.cycleId };
    const entry = await tx.rosterEntry.findFirst({
      where: { ...place, invitationHash: invitationHash(input.invitation) },
    });
    if (!entry) throw new Refusal("not-found", "This invitation is not valid. Use the link in your latest mail.");
    const group = raterGroupSchema.parse(entry.group);
    const size = cycle.manifest.groups.find((candidate) => candidate.group === group)?.rosterSize ?? 0;
    const roster =
      size > rosterLimit
        ? []
        : await tx.rosterEntry.findMany({
            where: { ...place, group },
            select: { name: true, email: true },
            orderBy: { email: "asc" },
          });
    return {
      manifest: cycle.manifestText,
      hash: cycle.manifestHash,
      person: { name: entry.name, email: entry.email, group },
      /** Their own value of each declared slice; the browser takes only what the manifest names. */
      slices: parseSlices(entry.slices),
      claimed: entry.claimed,
      roster,
    };
  });
}
