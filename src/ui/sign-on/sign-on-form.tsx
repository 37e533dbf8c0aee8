"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { saveSignOnInput } from "@/domain/sign-on";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

/** The registration at the provider. The stored secret is never shown again; an empty field keeps it. */
export function SignOnForm({
  company,
  connection,
}: {
  company: string;
  connection: { issuer: string; clientId: string } | null;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.input<typeof saveSignOnInput>, unknown, z.output<typeof saveSignOnInput>>({
    resolver: zodResolver(saveSignOnInput),
    defaultValues: { issuer: connection?.issuer ?? "", clientId: connection?.clientId ?? "", clientSecret: "" },
  });
  const save = useMutation(
    trpc.signOn.save.mutationOptions({
      onSuccess: () => {
        form.resetField("clientSecret");
        say("Saved");
        router.refresh();
      },
      onError: (error) =>
        showRefusal(error, form.setError, { issuer: "issuer", clientId: "clientId", clientSecret: "clientSecret" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid max-w-[480px] gap-4"
      onSubmit={form.handleSubmit((values) => save.mutate({ company, ...values }))}
    >
      <TextInput
        id="sign-on-issuer"
        label="Issuer address"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        defaultValue={connection?.issuer ?? ""}
        hint="Exactly as the provider names itself, for example https://id.example.com/realms/main. Only public addresses can be reached."
        error={errors.issuer?.message}
        {...form.register("issuer")}
      />
      <TextInput
        id="sign-on-client"
        label="Client id"
        autoComplete="off"
        spellCheck={false}
        defaultValue={connection?.clientId ?? ""}
        error={errors.clientId?.message}
        {...form.register("clientId")}
      />
      <TextInput
        id="sign-on-secret"
        label="Client secret"
        type="password"
        autoComplete="off"
        hint={
          connection
            ? "Stored encrypted, and never shown. Leave it empty to keep it; a new provider or client needs its own."
            : "Stored encrypted, and never shown again."
        }
        error={errors.clientSecret?.message}
        {...form.register("clientSecret")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" variant={connection ? undefined : "primary"} disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save provider"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
