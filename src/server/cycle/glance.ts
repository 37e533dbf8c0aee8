import type { Phase } from "@/domain/cycle";
import type { GlanceQuarter } from "@/domain/glance";
import type { ResponseReport } from "@/domain/report";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { findParticipation } from "./participation";

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
      include: { reportParts: { where: { part: "response" } } },
    });
    const ids = cycles.map(({ id }) => id);
    const opened = cycles.map((cycle) => ({
      ...cycle,
      response: cycle.reportParts[0]?.content as ResponseReport | undefined,
    }));
    const participation = await findParticipation(tx, companyId, opened);
    const failed = await tx.delivery.groupBy({
      by: ["cycleId"],
      where: { companyId, cycleId: { in: ids }, state: { in: ["failed", "refused", "bounced"] } },
      _count: true,
    });
    return opened.reverse().map(({ response, ...cycle }) => {
      const phase = cycle.phase as Phase;
      return {
        quarter: cycle.quarter,
        phase,
        groups: participation.get(cycle.id) ?? [],
        rosterChange: phase === "released" ? (response?.rosterChange ?? null) : null,
        remindersSent: cycle.remindersSent,
        failedMails: failed.find((row) => row.cycleId === cycle.id)?._count ?? 0,
      };
    });
  });
