import { may } from "@/domain/access";
import { cycleName } from "@/domain/quarter";
import { type Seat, seats } from "@/domain/seat";
import { windowAt, windowsOf } from "@/domain/windows";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { readableReports } from "@/server/report/standing";
import type { Tenant } from "./tenant";
import { getTimeZone } from "./time-zone";

/** When the company is to be deleted and in which zone that is told: for those who may call it off. */
async function pendingDeletion(tx: CompanyTransaction, tenant: Tenant, timeZone: string) {
  if (!may(tenant.roles, "rights.callOffDeletion")) return null;
  const { deletionDueAt: dueAt } = await tx.company.findUniqueOrThrow({
    where: { id: tenant.companyId },
    select: { deletionDueAt: true },
  });
  return dueAt && { dueAt, timeZone };
}

/** What is open for the asking person now: a ballot, a self-rating, reports to read. Says nothing about anybody else. */
export const getOverview = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const { name, timeZone } = await tx.member.findUniqueOrThrow({
      where: { companyId_id: { companyId, id: tenant.memberId } },
      select: { name: true, timeZone: true },
    });
    const companyZone = await getTimeZone(tx, companyId);
    const cycles = await tx.cycle.findMany({
      where: { companyId, phase: { not: "draft" }, expiredAt: null },
      omit: { manifest: true },
      orderBy: { quarter: "desc" },
      take: 12,
    });
    const open = cycles.find((cycle) => cycle.phase === "open") ?? null;
    const entry = open
      ? await tx.rosterEntry.findUnique({
          where: { companyId_cycleId_memberId: { companyId, cycleId: open.id, memberId: tenant.memberId } },
        })
      : null;
    const ratings = open
      ? await tx.attributedRating.findMany({
          where: { companyId, cycleId: open.id, memberId: tenant.memberId },
          select: { kind: true, seat: true },
        })
      : [];
    const mySeats: Seat[] = seats.filter((seat) => tenant.roles.includes(seat));
    return {
      company: { slug: tenant.slug, name: tenant.name },
      person: { name, email: tenant.email },
      roles: [...tenant.roles],
      deletion: await pendingDeletion(tx, tenant, companyZone),
      openCycle: open && {
        quarter: open.quarter,
        name: cycleName(tenant.slug, open.quarter),
        closesAt: open.closesAt,
        castsFrom: open.castsFrom,
        window: windowAt(windowsOf(open.castsFrom), tenant.now),
        zones: { own: timeZone ?? companyZone, company: companyZone },
      },
      /** True when a ballot waits for this person; their link is in their mail and can be sent again. */
      invited: entry !== null,
      claimed: entry?.claimed ?? false,
      selfRatingDue:
        open !== null &&
        mySeats.some((seat) => !ratings.some((rating) => rating.kind === "self" && rating.seat === seat)),
      mySeats,
      cycles: (await readableReports(tx, tenant, cycles)).map((cycle) => ({
        ...cycle,
        standing: { ...cycle.standing, timeZone: companyZone },
        name: cycleName(tenant.slug, cycle.quarter),
      })),
    };
  });
