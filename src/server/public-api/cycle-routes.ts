import { TRPCError } from "@trpc/server";
import type { z } from "zod";
import { refusedField } from "@/server/api/errors";
import { pageAfter } from "./cursor";
import {
  cycleList,
  cycleSchema,
  draftSchema,
  openingCheckSchema,
  participationList,
  participationSchema,
} from "./cycle-schemas";
import { ApiProblem } from "./problem";
import { type Asking, type Route, route } from "./route";
import { noParts, pageQuery, quarterPath } from "./schemas";

const iso = (moment: Date): string => moment.toISOString();
const isoOr = (moment: Date | null): string | null => (moment ? iso(moment) : null);
const byQuarter = ({ quarter }: { quarter: string }) => quarter;

type Dates = Record<"opensAt" | "closedAt" | "releasedAt", Date | null> & { closesAt: Date };
const datesOf = ({ opensAt, closesAt, closedAt, releasedAt }: Dates) => ({
  opensAt: isoOr(opensAt),
  closesAt: iso(closesAt),
  closedAt: isoOr(closedAt),
  releasedAt: isoOr(releasedAt),
});

async function readCycle({ api, company }: Asking, quarter: string): Promise<z.input<typeof cycleSchema>> {
  const cycle = await api.cycle.get({ company, quarter });
  const { name, phase, openingProblem, manifestHash } = cycle;
  return {
    ...{ quarter, name, phase, openingProblem, manifestHash },
    ...datesOf(cycle),
    castsFrom: isoOr(cycle.castsFrom),
    plannedOpensAt: isoOr(cycle.plannedOpensAt),
    plannedReleaseAt: isoOr(cycle.plannedReleaseAt),
  };
}

/** Newest first; only what the pages show at a glance. */
const readParticipation = async ({ api, company }: Asking) =>
  (await api.cycle.glance({ company })).reverse().map(({ quarter, phase, groups }) => ({ quarter, phase, groups }));

/** The same request, sent again before the first had its answer, may have made the cycle meanwhile. */
function unlessThere(error: unknown): false {
  if (error instanceof TRPCError && error.code === "CONFLICT" && refusedField(error.cause) === "quarter") return false;
  throw error;
}

const tag = "Cycles";

export const cycleRoutes: Route[] = [
  route({
    ...{ id: "listCycles", method: "GET", path: "/cycles", tag, scope: "cycle:read" },
    summary: "List the cycles",
    description: "All cycles of the company, newest first.",
    success: { 200: "One page of cycles." },
    refusals: ["invalid"],
    parts: { path: noParts, query: pageQuery, body: null, answer: cycleList },
    handle: async ({ api, company, query }) => {
      const page = pageAfter("cycles", await api.cycle.list({ company }), byQuarter, query);
      const items = page.items.map((cycle) => ({ ...cycle, ...datesOf(cycle) }));
      return { status: 200, body: { items, nextCursor: page.nextCursor } };
    },
  }),
  route({
    ...{ id: "getCycle", method: "GET", path: "/cycles/{quarter}", tag, scope: "cycle:read" },
    summary: "Read a cycle",
    description: "Phase, dates and fingerprint of one cycle.",
    success: { 200: "The cycle." },
    refusals: ["not-found"],
    parts: { path: quarterPath, query: noParts, body: null, answer: cycleSchema },
    handle: async ({ path, ...who }) => ({ status: 200, body: await readCycle(who, path.quarter) }),
  }),
  route({
    ...{ id: "putCycleDraft", method: "PUT", path: "/cycles/{quarter}", tag, scope: "cycle:write" },
    summary: "Draft a cycle, or change a draft",
    description:
      "Makes the draft of a quarter, or gives it other dates; sent again, it changes nothing. Opening is left to people: it writes to everybody on the roster, cannot be undone, and asks for their confirmation on the page.",
    success: { 200: "The draft has these dates.", 201: "The draft was made." },
    refusals: ["conflict", "invalid"],
    parts: { path: quarterPath, query: noParts, body: draftSchema, answer: cycleSchema },
    handle: async ({ path: { quarter }, body, ...who }) => {
      const { api, company } = who;
      const dates = {
        ...{ company, quarter, closesAt: new Date(body.closesAt) },
        castsFrom: body.castsFrom ? new Date(body.castsFrom) : null,
      };
      const found = (await api.cycle.list({ company })).some((cycle) => cycle.quarter === quarter);
      const made = !found && (await api.cycle.create(dates).then(() => true, unlessThere));
      if (!made) await api.cycle.update(dates);
      return { status: made ? 201 : 200, body: await readCycle(who, quarter) };
    },
  }),
  route({
    ...{ id: "deleteCycleDraft", method: "DELETE", path: "/cycles/{quarter}", tag, scope: "cycle:write" },
    summary: "Remove a draft",
    description: "Removes a cycle that was not opened. An opened one is never removed.",
    success: { 204: "The draft is gone." },
    refusals: ["not-found", "conflict"],
    parts: { path: quarterPath, query: noParts, body: null, answer: null },
    handle: async ({ api, company, path }) => {
      await api.cycle.remove({ company, quarter: path.quarter });
      return { status: 204, body: null };
    },
  }),
  route({
    ...{ id: "checkOpening", method: "GET", path: "/cycles/{quarter}/opening-check", tag, scope: "cycle:read" },
    summary: "Check whether a draft could open",
    description: "What a person would be told before opening it now.",
    success: { 200: "The findings." },
    refusals: ["not-found"],
    parts: { path: quarterPath, query: noParts, body: null, answer: openingCheckSchema },
    handle: async ({ api, company, path }) => ({
      status: 200,
      body: await api.cycle.check({ company, quarter: path.quarter }),
    }),
  }),
];

export const participationRoutes: Route[] = [
  route({
    ...{ id: "listParticipation", method: "GET", path: "/participation", tag: "Participation" },
    scope: "participation:read",
    summary: "List participation",
    description: "Participation of every cycle that was opened within two years, newest first.",
    success: { 200: "One page of cycles." },
    refusals: ["invalid"],
    parts: { path: noParts, query: pageQuery, body: null, answer: participationList },
    handle: async ({ query, ...who }) => ({
      status: 200,
      body: pageAfter("participation", await readParticipation(who), byQuarter, query),
    }),
  }),
  route({
    ...{ id: "getParticipation", method: "GET", path: "/cycles/{quarter}/participation", tag: "Participation" },
    scope: "participation:read",
    summary: "Read participation of a cycle",
    description:
      "Ballots collected per rater group, as the pages show them: in steps of 5 %, not below 5, and in small groups not at all while the cycle is open. From release on, the numbers of the report.",
    success: { 200: "Participation of the cycle." },
    refusals: ["not-found"],
    parts: { path: quarterPath, query: noParts, body: null, answer: participationSchema },
    handle: async ({ path, ...who }) => {
      const found = (await readParticipation(who)).find(({ quarter }) => quarter === path.quarter);
      if (!found) throw new ApiProblem("not-found");
      return { status: 200, body: found };
    },
  }),
];
