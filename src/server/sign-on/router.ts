import { z } from "zod";
import { requireSignOnInput, saveSignOnInput, signOnDomainInput } from "@/domain/sign-on";
import { allowed, publicProcedure, router } from "@/server/api/trpc";
import { checkSignOn } from "./check";
import { forgetDomain, removeSignOn, requireSignOn, saveSignOn, stopRequiringSignOn, verifyDomain } from "./commands";
import { findOffer, getSignOn } from "./queries";

export const signOnRouter = router({
  offer: publicProcedure.input(z.object({ slug: z.string().max(64) })).query(({ input }) => findOffer(input.slug)),
  get: allowed("signOn.get").query(({ ctx }) => getSignOn(ctx.tenant, ctx.cameThroughOwnSignIn)),
  save: allowed("signOn.save")
    .input(saveSignOnInput)
    .mutation(({ ctx, input }) => saveSignOn(ctx.tenant, input)),
  check: allowed("signOn.check").mutation(({ ctx }) => checkSignOn(ctx.tenant)),
  remove: allowed("signOn.remove").mutation(({ ctx }) => removeSignOn(ctx.tenant)),
  verifyDomain: allowed("signOn.verifyDomain")
    .input(signOnDomainInput)
    .mutation(({ ctx, input }) => verifyDomain(ctx.tenant, input)),
  forgetDomain: allowed("signOn.forgetDomain")
    .input(signOnDomainInput)
    .mutation(({ ctx, input }) => forgetDomain(ctx.tenant, input)),
  require: allowed("signOn.require")
    .input(requireSignOnInput)
    .mutation(({ ctx, input }) => requireSignOn(ctx.tenant, ctx.cameThroughOwnSignIn, input)),
  stopRequiring: allowed("signOn.stopRequiring").mutation(({ ctx }) => stopRequiringSignOn(ctx.tenant)),
});
