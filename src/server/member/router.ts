import { z } from "zod";
import { inviteMemberInput, setRolesInput } from "@/domain/member";
import { allowed, router } from "@/server/api/trpc";
import { inviteMember, removeMember, setRoles } from "./commands";
import { listMembers } from "./queries";

export const memberRouter = router({
  list: allowed("member.list").query(({ ctx }) => listMembers(ctx.tenant)),
  invite: allowed("member.invite")
    .input(inviteMemberInput)
    .mutation(({ ctx, input }) => inviteMember(ctx.tenant, input)),
  setRoles: allowed("member.setRoles")
    .input(setRolesInput)
    .mutation(({ ctx, input }) => setRoles(ctx.tenant, input)),
  remove: allowed("member.remove")
    .input(z.object({ memberId: z.uuid() }))
    .mutation(({ ctx, input }) => removeMember(ctx.tenant, input.memberId)),
});
