import { notFound } from "@/domain/errors";
import { manifestSchema } from "@/domain/manifest";
import { cycleName } from "@/domain/quarter";
import { raterGroupSchema } from "@/domain/rater-group";
import { rosterPageSize } from "@/domain/roster";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

/** One page of everybody who may answer in the asking person's own group of the open cycle; for those on its roster only. */
export const listColleagues = (tenant: Tenant, page: number) =>
  withCompany(tenant, async (tx) => {
    const cycle = await tx.cycle.findFirst({
      where: { companyId: tenant.companyId, phase: "open" },
      orderBy: { quarter: "desc" },
    });
    if (!cycle?.manifest) throw notFound();
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const mine = await tx.rosterEntry.findFirst({ where: { ...place, memberId: tenant.memberId } });
    if (!mine) throw notFound();
    const group = raterGroupSchema.parse(mine.group);
    const total = await tx.rosterEntry.count({ where: { ...place, group } });
    const people = await tx.rosterEntry.findMany({
      where: { ...place, group },
      select: { name: true, email: true },
      orderBy: { email: "asc" },
      skip: (page - 1) * rosterPageSize,
      take: rosterPageSize,
    });
    return {
      quarter: cycle.quarter,
      name: cycleName(tenant.slug, cycle.quarter),
      contact: manifestSchema.parse(JSON.parse(cycle.manifest)).company.contact,
      group,
      total,
      page,
      pages: Math.max(1, Math.ceil(total / rosterPageSize)),
      people,
    };
  });
