"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { inviteMemberInput } from "@/domain/member";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Checkbox } from "@/ui/kit/checkbox";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

const inviteFormSchema = inviteMemberInput.refine(({ admin, board }) => admin || board, {
  path: ["admin"],
  message: "Choose at least one role. Engineers are invited through the roster, leaders through their seat.",
});

/** Invites an admin or a board member by mail. */
export function InviteForm({ company }: { company: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.input<typeof inviteFormSchema>, unknown, z.output<typeof inviteFormSchema>>({
    resolver: zodResolver(inviteFormSchema),
    defaultValues: { email: "", name: "", admin: false, board: false },
  });
  const invite = useMutation(
    trpc.member.invite.mutationOptions({
      onSuccess: (_, { email }) => {
        form.reset();
        say(`Invited ${email}`);
        router.refresh();
      },
      onError: (error) =>
        showRefusal(error, form.setError, { email: "email", name: "name", admin: "admin", board: "board" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="mt-3 grid max-w-[480px] gap-4"
      onSubmit={form.handleSubmit((values) => invite.mutate({ company, ...values }))}
    >
      <TextInput
        id="invite-name"
        label="Name"
        autoComplete="off"
        error={errors.name?.message}
        {...form.register("name")}
      />
      <TextInput
        id="invite-email"
        label="Mail address"
        type="email"
        autoComplete="off"
        hint="May be at any domain: board members often are."
        error={errors.email?.message}
        {...form.register("email")}
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">Roles</legend>
        <Checkbox
          id="invite-admin"
          label="Admin"
          hint="Sets up and runs cycles. Reads no report."
          error={errors.admin?.message}
          {...form.register("admin")}
        />
        <Checkbox
          id="invite-board"
          label="Board member"
          hint="Reads one page a quarter, 48 hours after the leaders."
          {...form.register("board")}
        />
      </fieldset>
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" variant="primary" disabled={invite.isPending}>
          {invite.isPending ? "Inviting…" : "Invite"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
