import { z } from "zod";
import { createWebhookInput, updateWebhookInput } from "@/domain/webhook";
import { allowed, router } from "@/server/api/trpc";
import {
  createWebhook,
  redeliverWebhook,
  removeWebhook,
  rotateWebhookSecret,
  sendWebhookTest,
  switchOnWebhook,
  updateWebhook,
} from "./commands";
import { listWebhooks } from "./queries";

const ref = z.object({ webhookId: z.uuid() });

export const webhookRouter = router({
  list: allowed("webhook.list").query(({ ctx }) => listWebhooks(ctx.tenant)),
  create: allowed("webhook.create")
    .input(createWebhookInput)
    .mutation(({ ctx, input }) => createWebhook(ctx.tenant, input)),
  update: allowed("webhook.update")
    .input(updateWebhookInput)
    .mutation(({ ctx, input }) => updateWebhook(ctx.tenant, input)),
  remove: allowed("webhook.remove")
    .input(ref)
    .mutation(({ ctx, input }) => removeWebhook(ctx.tenant, input.webhookId)),
  rotateSecret: allowed("webhook.rotateSecret")
    .input(ref)
    .mutation(({ ctx, input }) => rotateWebhookSecret(ctx.tenant, input.webhookId)),
  sendTest: allowed("webhook.sendTest")
    .input(ref)
    .mutation(({ ctx, input }) => sendWebhookTest(ctx.tenant, input.webhookId)),
  switchOn: allowed("webhook.switchOn")
    .input(ref)
    .mutation(({ ctx, input }) => switchOnWebhook(ctx.tenant, input.webhookId)),
  redeliver: allowed("webhook.redeliver")
    .input(z.object({ deliveryId: z.uuid() }))
    .mutation(({ ctx, input }) => redeliverWebhook(ctx.tenant, input.deliveryId)),
});
