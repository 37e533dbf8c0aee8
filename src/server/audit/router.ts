import { z } from "zod";
import { allowed, router } from "@/server/api/trpc";
import { listAudit } from "./queries";

export const auditRouter = router({
  list: allowed("audit.list")
    .input(z.object({ page: z.number().int().min(0).max(10_000) }))
    .query(({ ctx, input }) => listAudit(ctx.tenant, input.page)),
});
