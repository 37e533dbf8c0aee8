import {
  applyRosterInput,
  discardRosterInput,
  fixRowInput,
  getImportInput,
  listRosterInput,
  previewRosterInput,
  walkRosterInput,
} from "@/domain/roster-input";
import { allowed, router } from "@/server/api/trpc";
import { applyRoster, discardRoster, fixRow, previewRoster } from "./commands";
import { getImport, listRoster, walkRoster } from "./queries";

export const rosterRouter = router({
  list: allowed("roster.list")
    .input(listRosterInput)
    .query(({ ctx, input }) => listRoster(ctx.tenant, input)),
  walk: allowed("roster.walk")
    .input(walkRosterInput)
    .query(({ ctx, input }) => walkRoster(ctx.tenant, input)),
  preview: allowed("roster.preview")
    .input(previewRosterInput)
    .mutation(({ ctx, input }) => previewRoster(ctx.tenant, input)),
  import: allowed("roster.import")
    .input(getImportInput)
    .query(({ ctx, input }) => getImport(ctx.tenant, input)),
  fixRow: allowed("roster.fixRow")
    .input(fixRowInput)
    .mutation(({ ctx, input }) => fixRow(ctx.tenant, input)),
  applyImport: allowed("roster.applyImport")
    .input(applyRosterInput)
    .mutation(({ ctx, input }) => applyRoster(ctx.tenant, input)),
  discard: allowed("roster.discard")
    .input(discardRosterInput)
    .mutation(({ ctx, input }) => discardRoster(ctx.tenant, input)),
});
