import { requestDeletionInput } from "@/domain/company-deletion";
import { exportPageInput } from "@/domain/company-export";
import { eraseMemberInput } from "@/domain/erasure";
import { setRetentionInput } from "@/domain/retention";
import { allowed, router } from "@/server/api/trpc";
import { callOffDeletion, getDeletion, requestDeletion } from "./company-deletion";
import { exportPage, startExport } from "./company-export";
import { eraseMember } from "./erasure";
import { getOwnData } from "./own-data";
import { getRetention, setRetention } from "./retention";

export const rightsRouter = router({
  ownData: allowed("rights.ownData").query(({ ctx }) => getOwnData(ctx.tenant)),
  erase: allowed("rights.erase")
    .input(eraseMemberInput)
    .mutation(({ ctx, input }) => eraseMember(ctx.tenant, input)),
  startExport: allowed("rights.startExport").mutation(({ ctx }) => startExport(ctx.tenant)),
  exportPage: allowed("rights.exportPage")
    .input(exportPageInput)
    .query(({ ctx, input }) => exportPage(ctx.tenant, input)),
  deletion: allowed("rights.deletion").query(({ ctx }) => getDeletion(ctx.tenant)),
  requestDeletion: allowed("rights.requestDeletion")
    .input(requestDeletionInput)
    .mutation(({ ctx, input }) => requestDeletion(ctx.tenant, input)),
  callOffDeletion: allowed("rights.callOffDeletion").mutation(({ ctx }) => callOffDeletion(ctx.tenant)),
  retention: allowed("rights.retention").query(({ ctx }) => getRetention(ctx.tenant)),
  setRetention: allowed("rights.setRetention")
    .input(setRetentionInput)
    .mutation(({ ctx, input }) => setRetention(ctx.tenant, input)),
});
