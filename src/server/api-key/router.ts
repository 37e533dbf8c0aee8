import { z } from "zod";
import { createApiKeyInput } from "@/domain/api-key";
import { allowed, router } from "@/server/api/trpc";
import { createApiKey, revokeApiKey } from "./commands";
import { listApiKeys } from "./queries";

export const apiKeyRouter = router({
  list: allowed("apiKey.list").query(({ ctx }) => listApiKeys(ctx.tenant)),
  create: allowed("apiKey.create")
    .input(createApiKeyInput)
    .mutation(({ ctx, input }) => createApiKey(ctx.tenant, input)),
  revoke: allowed("apiKey.revoke")
    .input(z.object({ keyId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeApiKey(ctx.tenant, input.keyId)),
});
