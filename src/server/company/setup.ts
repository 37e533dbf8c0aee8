import { checkOpening } from "@/domain/opening";
import { openingFacts } from "@/server/cycle/queries";
import { withCompany } from "@/server/db/with-company";
import { findSeatHolders, getCompanySettings } from "./queries";
import type { Tenant } from "./tenant";

/** What the set-up checklist shows: the state of each of its six steps. */
export async function getSetup(tenant: Tenant) {
  const [company, seats] = await Promise.all([getCompanySettings(tenant), findSeatHolders(tenant)]);
  return withCompany(tenant, async (tx) => {
    const { facts } = await openingFacts(tx, tenant, seats);
    const latest = await tx.cycle.findFirst({ where: { companyId: tenant.companyId }, orderBy: { quarter: "desc" } });
    return {
      company,
      seats,
      engineers: facts.engineers,
      executives: facts.executives,
      // While a cycle is open its own opening is not a reason against the next one: that is asked once it is closed.
      check: checkOpening(latest?.phase === "open" ? { ...facts, daysSincePrevious: null } : facts),
      latestCycle: latest && { quarter: latest.quarter, phase: latest.phase, closesAt: latest.closesAt },
    };
  });
}
