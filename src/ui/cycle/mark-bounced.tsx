"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { emailSchema } from "@/domain/member";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { showRefusal } from "@/ui/settings/refusal";

const schema = z.object({ email: emailSchema });

/** Notes an address whose mail came back to the sender's mailbox, which Tandem does not read; and takes such a note back. */
export function MarkBounced({
  company,
  quarter,
  bounced,
}: {
  company: string;
  quarter: string;
  bounced: readonly string[];
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { email: "" } });
  const mark = useMutation(
    trpc.cycle.markBounced.mutationOptions({
      onSuccess: () => {
        form.reset();
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { email: "email" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <details className="mt-3 border-t border-line pt-3">
      <summary className="cursor-pointer py-2 text-sm text-ink-2">A mail came back</summary>
      <form
        noValidate
        className="mt-3 grid gap-3"
        onSubmit={form.handleSubmit(({ email }) => mark.mutate({ company, quarter, email, bounced: true }))}
      >
        <TextInput
          id="bounced-email"
          label="Address"
          type="email"
          autoComplete="off"
          hint="Mails that come back later arrive in the sender’s mailbox, which Tandem does not read. Note the address here, and nothing more is sent to it in this cycle."
          error={errors.email?.message}
          {...form.register("email")}
        />
        {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
        <div>
          <Button type="submit" disabled={mark.isPending}>
            Note it
          </Button>
        </div>
      </form>
      {bounced.map((email) => (
        <p key={email} className="mt-3 flex flex-wrap items-center justify-between gap-2 text-sm wrap-anywhere">
          {email}
          <Button disabled={mark.isPending} onClick={() => mark.mutate({ company, quarter, email, bounced: false })}>
            It arrives after all
          </Button>
        </p>
      ))}
    </details>
  );
}
