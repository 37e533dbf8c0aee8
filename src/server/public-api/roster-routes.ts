import { z } from "zod";
import { rosterFileMaxBytes, rosterPageSize, type Slices } from "@/domain/roster";
import { cursorAt, placeOf } from "./cursor";
import { listSheet } from "./list-sheet";
import { ApiProblem } from "./problem";
import { appliedSchema, applySchema, importSchema, newImport, rosterPage } from "./roster-schemas";
import { type Asking, type Route, route } from "./route";
import { noParts, pageQuery, said } from "./schemas";

const tag = "Roster";
const importPath = z.object({ importId: z.uuid() });
const { cursor } = pageQuery.shape;
const importQuery = z.object({
  filter: said("changes: without the rows that change nothing.", z.enum(["changes", "all"]).default("changes")),
  cursor,
});
const slicesOf = ({ team = null, site = null, tenure = null }: { [Name in keyof Slices]: string | null }) => ({
  ...{ team, site, tenure },
});

type Look = { importId: string; filter: "changes" | "all"; page: number };

async function readImport({ api, company }: Asking, look: Look): Promise<z.input<typeof importSchema>> {
  const found = await api.roster.import({ company, ...look });
  const { "left-out": leftOut, ...counts } = found.counts;
  return {
    importId: look.importId,
    name: found.fileName,
    comparison: found.comparison,
    counts: { ...counts, leftOut },
    effects: found.effects,
    rows: found.rows.map(({ outcome, line, name, email, group, slices, issues }) => ({
      ...{ outcome, line, name, email, group, ...slicesOf(slices), issues },
    })),
    nextCursor: found.page < found.pages ? cursorAt(`import ${look.filter}`, String(found.page + 1)) : null,
  };
}

/** The page a cursor names. Rows of one import are numbered by page; while its comparison stays, they do not move. */
function pageNumber(filter: string, from: string | undefined): number {
  const place = Number(placeOf(`import ${filter}`, from) ?? 1);
  if (!Number.isSafeInteger(place) || place < 1) throw new ApiProblem("invalid");
  return place;
}

export const rosterRoutes: Route[] = [
  route({
    ...{ id: "listRoster", method: "GET", path: "/roster", tag, scope: "roster:read" },
    summary: "List the roster",
    description:
      "Everybody who is asked in the next cycle, by address. A cycle that is open keeps the roster it was opened with.",
    success: { 200: "One page of people." },
    refusals: ["invalid"],
    parts: { path: noParts, query: pageQuery, body: null, answer: rosterPage },
    handle: async ({ api, company, query }) => {
      const after = placeOf("roster", query.cursor) ?? "";
      const { people, sizes, more } = await api.roster.walk({ company, after, limit: query.limit });
      const items = people.map(({ slices, ...person }) => ({ ...person, ...slicesOf(slices) }));
      const last = items.at(-1);
      return { status: 200, body: { items, sizes, nextCursor: more && last ? cursorAt("roster", last.email) : null } };
    },
  }),
  route({
    ...{ id: "createRosterImport", method: "POST", path: "/roster/imports", tag, scope: "roster:write" },
    summary: "Compare a whole list with the roster",
    description: `Reads a whole list and says what applying it would do, row by row; nothing is in force. The same reading as the import of a file on the page. Rows come ${rosterPageSize} at a time. Sent twice, there are two comparisons, unless an Idempotency-Key says that it is one; what is not applied goes after 7 days.`,
    success: { 201: "The comparison." },
    refusals: ["invalid"],
    // A file of the largest size, with room for the quotation marks of JSON.
    maxBodyBytes: 2 * rosterFileMaxBytes,
    parts: { path: noParts, query: noParts, body: newImport, answer: importSchema },
    repeated: {
      kept: importSchema.pick({ importId: true }),
      answer: ({ importId }, who) => readImport(who, { importId, filter: "changes", page: 1 }),
    },
    handle: async ({ body, ...who }) => {
      const text = "people" in body ? listSheet(body.people) : body.csv;
      const fileName = body.name ?? "list by API";
      const { importId } = await who.api.roster.preview({ company: who.company, fileName, text });
      return { status: 201, body: await readImport(who, { importId, filter: "changes", page: 1 }) };
    },
  }),
  route({
    ...{ id: "getRosterImport", method: "GET", path: "/roster/imports/{importId}", tag, scope: "roster:write" },
    summary: "Read a comparison",
    description: "The same comparison against the roster as it is now, page by page.",
    success: { 200: "The comparison." },
    refusals: ["not-found", "import-ended", "invalid"],
    parts: { path: importPath, query: importQuery, body: null, answer: importSchema },
    handle: async ({ path, query, ...who }) => {
      const page = pageNumber(query.filter, query.cursor);
      return { status: 200, body: await readImport(who, { ...path, filter: query.filter, page }) };
    },
  }),
  route({
    ...{
      id: "applyRosterImport",
      method: "POST",
      path: "/roster/imports/{importId}/apply",
      tag,
      scope: "roster:write",
    },
    summary: "Apply a comparison",
    description:
      "Puts the list in force, all of it or nothing, if the comparison is still the one that is named. Rows that need a fix are left out. Sent again, import-ended says that the first one did it; with an Idempotency-Key the first answer comes again.",
    success: { 200: "It is in force." },
    refusals: ["not-found", "import-ended", "comparison-changed", "invalid"],
    parts: { path: importPath, query: noParts, body: applySchema, answer: appliedSchema },
    repeated: { kept: appliedSchema, answer: async (applied) => applied },
    handle: async ({ api, company, path, body }) => {
      const { join, change, leave } = await api.roster.applyImport({ company, ...path, ...body });
      return { status: 200, body: { joined: join, changed: change, left: leave } };
    },
  }),
  route({
    ...{ id: "discardRosterImport", method: "DELETE", path: "/roster/imports/{importId}", tag, scope: "roster:write" },
    summary: "Discard a comparison",
    description: "Throws a list away that was not applied. The roster stays as it is.",
    success: { 204: "It is gone." },
    refusals: ["not-found", "import-ended"],
    parts: { path: importPath, query: noParts, body: null, answer: null },
    handle: async ({ api, company, path }) => {
      await api.roster.discard({ company, ...path });
      return { status: 204, body: null };
    },
  }),
];
