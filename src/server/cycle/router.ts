import { z } from "zod";
import { headlineSchema, questionSchema } from "@/domain/board-words";
import { createCycleInput, updateCycleInput } from "@/domain/cycle";
import { emailSchema } from "@/domain/member";
import { seenOf } from "@/domain/overwrite";
import { quarterSchema } from "@/domain/quarter";
import { boardDelaySchema, holdReasonSchema } from "@/domain/release";
import { chosenSlicesSchema } from "@/domain/roster";
import { allowed, router } from "@/server/api/trpc";
import { holdCycle, liftHold, releaseCycle, setBoardDelay, setBoardWords } from "@/server/release/commands";
import { closeCycle, createCycle, removeCycle, setSlices, updateCycle } from "./commands";
import { getGlance } from "./glance";
import { getInvitationPreview } from "./invitation-preview";
import { markBounced, remind, retryMail } from "./mails";
import { openCycle } from "./open";
import { getCycle, getOpeningCheck, listCycles } from "./queries";

const boardWords = { headline: headlineSchema.nullable(), question: questionSchema.nullable() };
const ref = z.object({ quarter: quarterSchema });

export const cycleRouter = router({
  list: allowed("cycle.list").query(({ ctx }) => listCycles(ctx.tenant)),
  glance: allowed("cycle.glance").query(({ ctx }) => getGlance(ctx.tenant)),
  get: allowed("cycle.get")
    .input(ref)
    .query(({ ctx, input }) => getCycle(ctx.tenant, input.quarter)),
  check: allowed("cycle.check")
    .input(ref)
    .query(({ ctx, input }) => getOpeningCheck(ctx.tenant, input.quarter)),
  invitation: allowed("cycle.invitation")
    .input(ref)
    .query(({ ctx, input }) => getInvitationPreview(ctx.tenant, input.quarter)),
  create: allowed("cycle.create")
    .input(createCycleInput)
    .mutation(({ ctx, input }) => createCycle(ctx.tenant, input)),
  update: allowed("cycle.update")
    .input(updateCycleInput)
    .mutation(({ ctx, input }) => updateCycle(ctx.tenant, input)),
  setSlices: allowed("cycle.setSlices")
    .input(ref.extend({ ...chosenSlicesSchema.shape, seen: seenOf(chosenSlicesSchema.shape) }))
    .mutation(({ ctx, input }) => setSlices(ctx.tenant, input)),
  remove: allowed("cycle.remove")
    .input(ref)
    .mutation(({ ctx, input }) => removeCycle(ctx.tenant, input.quarter)),
  open: allowed("cycle.open")
    .input(ref)
    .mutation(({ ctx, input }) => openCycle(ctx.tenant, input.quarter)),
  remind: allowed("cycle.remind")
    .input(ref)
    .mutation(({ ctx, input }) => remind(ctx.tenant, input.quarter)),
  retryMail: allowed("cycle.retryMail")
    .input(ref)
    .mutation(({ ctx, input }) => retryMail(ctx.tenant, input.quarter)),
  markBounced: allowed("cycle.markBounced")
    .input(ref.extend({ email: emailSchema, bounced: z.boolean() }))
    .mutation(({ ctx, input }) => markBounced(ctx.tenant, input)),
  close: allowed("cycle.close")
    .input(ref)
    .mutation(({ ctx, input }) => closeCycle(ctx.tenant, input.quarter)),
  release: allowed("cycle.release")
    .input(ref)
    .mutation(({ ctx, input }) => releaseCycle(ctx.tenant, input.quarter)),
  hold: allowed("cycle.hold")
    .input(ref.extend({ reason: holdReasonSchema }))
    .mutation(({ ctx, input }) => holdCycle(ctx.tenant, input)),
  liftHold: allowed("cycle.liftHold")
    .input(ref)
    .mutation(({ ctx, input }) => liftHold(ctx.tenant, input.quarter)),
  setBoardDelay: allowed("cycle.setBoardDelay")
    .input(ref.extend({ hours: boardDelaySchema }))
    .mutation(({ ctx, input }) => setBoardDelay(ctx.tenant, input)),
  setBoardWords: allowed("cycle.setBoardWords")
    .input(ref.extend({ ...boardWords, seen: seenOf(boardWords) }))
    .mutation(({ ctx, input }) => setBoardWords(ctx.tenant, input)),
});
