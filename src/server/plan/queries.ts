import { type AgendaItem, agendaOf } from "@/domain/agenda";
import type { Phase } from "@/domain/cycle";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { findNextPlan } from "./next-draft";

/** What will happen by itself in a company, in order, and the template of its quarters. Says nothing of who has claimed. */
export const getPlan = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { companyId, now } = tenant;
    const { timeZone } = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
    const cycles = await tx.cycle.findMany({ where: { companyId }, orderBy: { quarter: "desc" }, take: 12 });
    const next = await findNextPlan(tx, companyId, now);
    const items = cycles.flatMap((cycle) => agendaOf({ ...cycle, phase: cycle.phase as Phase }, timeZone, now));
    const waiting = cycles.find(({ phase, plannedOpensAt }) => phase === "draft" && plannedOpensAt)?.plannedOpensAt;
    if (next && !next.paused) {
      const draft: AgendaItem = {
        at: waiting && waiting > now ? waiting : now,
        quarter: next.plan.quarter,
        what: "draft",
        undo: "pause-template",
      };
      items.push(draft);
    }
    items.sort((left, right) => left.at.getTime() - right.at.getTime());
    return {
      timeZone,
      items,
      template: next && { ...next.template, paused: next.paused },
      problems: cycles.flatMap(({ quarter, openingProblem }) =>
        openingProblem ? [{ quarter, problem: openingProblem }] : [],
      ),
    };
  });
