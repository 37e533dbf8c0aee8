import { z } from "zod";
import { companyEventInput } from "@/domain/company-event";
import { allowed, router } from "@/server/api/trpc";
import { addEvent, removeEvent } from "./commands";
import { listEvents } from "./queries";

export const eventRouter = router({
  list: allowed("event.list").query(({ ctx }) => listEvents(ctx.tenant)),
  add: allowed("event.add")
    .input(companyEventInput)
    .mutation(({ ctx, input }) => addEvent(ctx.tenant, input)),
  remove: allowed("event.remove")
    .input(z.object({ eventId: z.uuid() }))
    .mutation(({ ctx, input }) => removeEvent(ctx.tenant, input.eventId)),
});
