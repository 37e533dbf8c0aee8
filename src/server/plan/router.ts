import { z } from "zod";
import { quarterSchema } from "@/domain/quarter";
import { cycleTemplateSchema, planCycleInput } from "@/domain/schedule";
import { allowed, router } from "@/server/api/trpc";
import { pauseTemplate, planCycle, saveTemplate, setPlannedReminders } from "./commands";
import { getPlan } from "./queries";

export const planRouter = router({
  get: allowed("plan.get").query(({ ctx }) => getPlan(ctx.tenant)),
  setCycle: allowed("plan.setCycle")
    .input(planCycleInput)
    .mutation(({ ctx, input }) => planCycle(ctx.tenant, input)),
  setReminders: allowed("plan.setReminders")
    .input(z.object({ quarter: quarterSchema, on: z.boolean() }))
    .mutation(({ ctx, input }) => setPlannedReminders(ctx.tenant, input)),
  saveTemplate: allowed("plan.saveTemplate")
    .input(cycleTemplateSchema)
    .mutation(({ ctx, input }) => saveTemplate(ctx.tenant, cycleTemplateSchema.parse(input))),
  pauseTemplate: allowed("plan.pauseTemplate")
    .input(z.object({ paused: z.boolean() }))
    .mutation(({ ctx, input }) => pauseTemplate(ctx.tenant, input)),
});
