import { type AgendaItem, agendaOf } from "@/domain/agenda";
import type { Phase } from "@/domain/cycle";
import { sliceFindings } from "@/domain/slice-findings";
import { planSlices } from "@/domain/slice-plan";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { openingFacts, sliceChoices } from "@/server/cycle/queries";
import { withCompany } from "@/server/db/with-company";
import { findNextPlan } from "./next-draft";

const noSeats = { cto: null, vpe: null };

/** What will happen by itself in a company, in order, and the template of its quarters. Says nothing of who has claimed. */
export const getPlan = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { companyId, now } = tenant;
    const timeZone = await getTimeZone(tx, companyId);
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
    const { people, facts } = await openingFacts(tx, tenant, noSeats, next?.template.sliceNames);
    return {
      timeZone,
      items,
      sliceChoices: sliceChoices(people),
      /** What today's roster makes of the template's splits, as the check of a draft would say it. */
      sliceFindings: sliceFindings(planSlices(facts.slices ?? [])),
      template: next && { ...next.template, paused: next.paused },
      problems: cycles.flatMap(({ quarter, openingProblem }) =>
        openingProblem ? [{ quarter, problem: openingProblem }] : [],
      ),
    };
  });
