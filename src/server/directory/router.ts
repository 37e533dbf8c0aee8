import { decideDirectoryInput, saveMappingInput } from "@/domain/directory-mapping";
import { allowed, router } from "@/server/api/trpc";
import { applyDirectory, discardDirectory, releaseDirectory, saveMapping } from "./commands";
import { getDirectory } from "./queries";

export const directoryRouter = router({
  get: allowed("directory.get").query(({ ctx }) => getDirectory(ctx.tenant)),
  saveMapping: allowed("directory.saveMapping")
    .input(saveMappingInput)
    .mutation(({ ctx, input }) => saveMapping(ctx.tenant, input)),
  applyChanges: allowed("directory.applyChanges")
    .input(decideDirectoryInput)
    .mutation(({ ctx, input }) => applyDirectory(ctx.tenant, input)),
  discard: allowed("directory.discard")
    .input(decideDirectoryInput)
    .mutation(({ ctx, input }) => discardDirectory(ctx.tenant, input)),
  release: allowed("directory.release").mutation(({ ctx }) => releaseDirectory(ctx.tenant)),
});
