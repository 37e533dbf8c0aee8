"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { eraseMemberInput } from "@/domain/erasure";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

type Values = z.input<typeof eraseMemberInput>;

/** Erases one person by address, after the address was typed a second time. */
export function EraseForm({ company }: { company: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<Values, unknown, z.output<typeof eraseMemberInput>>({
    resolver: zodResolver(eraseMemberInput),
    defaultValues: { email: "" },
    mode: "onChange",
  });
  const erase = useMutation(
    trpc.rights.erase.mutationOptions({
      onSuccess: ({ pseudonym }) => {
        form.reset({ email: "" });
        router.refresh();
        say(`Erased. In the audit log the person is ${pseudonym} from now on.`);
      },
      onError: (error) => showRefusal(error, form.setError, { email: "email" }),
    }),
  );
  const { errors, isValid } = form.formState;
  const email = form.watch("email").trim();
  return (
    <form noValidate className="grid max-w-[480px] gap-4" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        id="erase-email"
        label="Mail address of the person"
        type="email"
        autoComplete="off"
        error={errors.email?.message}
        {...form.register("email")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      {erase.data && email === "" ? <Notice title={`Erased: ${erase.data.pseudonym}.`} /> : null}
      <div>
        <ConfirmDialog
          trigger={erase.isPending ? "Erasing…" : "Erase"}
          triggerVariant="danger"
          disabled={!isValid || erase.isPending}
          title={`Erase ${email}?`}
          confirmLabel="Erase for good"
          confirmVariant="danger"
          typedWord={email}
          onConfirm={async () => {
            await erase.mutateAsync({ company, email }).catch(() => undefined);
          }}
        >
          <p>
            Their name and address go from members, past rosters, mails and the audit log. Their own ratings, their
            words for the board and their unshared plans are deleted. Commitments they shared stay, without a name.
          </p>
          <p>
            Reports they are named in as a leader show “Former member”. The public record of a past cycle keeps the name
            it was announced with, because its fingerprint is in everybody’s mail; it goes by age.
          </p>
          <p className="font-medium text-ink">It cannot be undone.</p>
        </ConfirmDialog>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
