import type { Phase } from "@/domain/cycle";
import { type GlanceQuarter, glanceParticipation } from "@/domain/glance";
import type { Ledger } from "@/domain/ledger";
import { manifestSchema } from "@/domain/manifest";
import type { ResponseReport } from "@/domain/report";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

/** Two years. */
const mostQuarters = 8;

/** Every opened quarter at a glance, oldest first: participation, mix of raters, reminders and mails. Reads no part of a report but its response. */
export const getGlance = (tenant: Tenant): Promise<GlanceQuarter[]> =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const cycles = await tx.cycle.findMany({
      where: { companyId, phase: { not: "draft" }, expiredAt: null },
      orderBy: { quarter: "desc" },
      take: mostQuarters,
      include: { ledger: true, reportParts: { where: { part: "response" } } },
    });
    const ids = cycles.map(({ id }) => id);
    const claims = await tx.rosterEntry.groupBy({
      by: ["cycleId", "group"],
      where: { companyId, cycleId: { in: ids }, claimed: true },
      _count: true,
    });
    const failed = await tx.delivery.groupBy({
      by: ["cycleId"],
      where: { companyId, cycleId: { in: ids }, state: { in: ["failed", "refused", "bounced"] } },
      _count: true,
    });
    return cycles.reverse().map((cycle) => {
      const phase = cycle.phase as Phase;
      const manifest = cycle.manifest ? manifestSchema.parse(JSON.parse(cycle.manifest)) : null;
      const response = cycle.reportParts[0]?.content as ResponseReport | undefined;
      // Claim marks are destroyed after the dispute period; the ledger keeps how many there were.
      const ledger = cycle.ledger?.content as Ledger | undefined;
      const claimedOf = (group: string) =>
        ledger?.groups.find((counted) => counted.group === group)?.claimed ??
        claims.find((row) => row.cycleId === cycle.id && row.group === group)?._count ??
        0;
      return {
        quarter: cycle.quarter,
        phase,
        groups: (manifest?.groups ?? []).map(({ group, rosterSize }) => ({
          group,
          invited: rosterSize,
          participation: glanceParticipation({
            phase,
            invited: rosterSize,
            claimed: claimedOf(group),
            ballots: response?.groups.find((counted) => counted.group === group)?.ballots ?? null,
          }),
        })),
        rosterChange: phase === "released" ? (response?.rosterChange ?? null) : null,
        remindersSent: cycle.remindersSent,
        failedMails: failed.find((row) => row.cycleId === cycle.id)?._count ?? 0,
      };
    });
  });
