import { listAuditInput } from "@/domain/audit-filter";
import { allowed, router } from "@/server/api/trpc";
import { exportAudit, listAudit } from "./queries";

export const auditRouter = router({
  list: allowed("audit.list")
    .input(listAuditInput)
    .query(({ ctx, input }) => listAudit(ctx.tenant, input)),
  export: allowed("audit.export").query(({ ctx }) => exportAudit(ctx.tenant)),
});
