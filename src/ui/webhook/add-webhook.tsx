"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createWebhookInput, type WebhookKind, webhookEvents, webhookKinds } from "@/domain/webhook";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";
import { EventChoice } from "./event-choice";
import { SecretOnce } from "./secret-once";
import { kindWords } from "./webhook-words";

const kinds = webhookKinds.map((kind) => ({ value: kind, label: kindWords[kind].name }));

/** Adds a webhook or a chat; a webhook's secret is shown once. */
export function AddWebhook({ company }: { company: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  // The list grows above the secret: only then is it known where the secret stands.
  const [refreshing, refresh] = useTransition();
  const form = useForm<z.infer<typeof createWebhookInput>>({
    resolver: zodResolver(createWebhookInput),
    defaultValues: { kind: "webhook", name: "", address: "", events: [...webhookEvents] },
  });
  const create = useMutation(
    trpc.webhook.create.mutationOptions({
      onSuccess: () => {
        form.reset();
        say("Added");
        refresh(() => router.refresh());
      },
      onError: (error) =>
        showRefusal(error, form.setError, { kind: "kind", name: "name", address: "address", events: "events" }),
    }),
  );
  const { errors } = form.formState;
  const words = kindWords[form.watch("kind") satisfies WebhookKind];
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.handleSubmit((values) => create.mutate({ company, ...values }))}
    >
      <div className="grid items-start gap-3 sm:grid-cols-[200px_minmax(0,1fr)]">
        <Select
          id="webhook-kind"
          label="Where to"
          options={kinds}
          error={errors.kind?.message}
          {...form.register("kind")}
        />
        <TextInput
          id="webhook-name"
          label="Name"
          autoComplete="off"
          placeholder="#engineering"
          error={errors.name?.message}
          {...form.register("name")}
        />
      </div>
      <TextInput
        id="webhook-address"
        label={words.address}
        hint={words.hint}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        error={errors.address?.message}
        {...form.register("address")}
      />
      <EventChoice
        id="webhook-events"
        error={errors.events?.message ?? errors.events?.root?.message}
        field={form.register("events")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" variant="primary" disabled={create.isPending}>
          {create.isPending ? "Checking the address…" : "Add"}
        </Button>
      </div>
      <LiveRegion message={message} />
      <div role="status" className="empty:hidden">
        {create.data?.secret && !refreshing ? <SecretOnce secret={create.data.secret} /> : null}
      </div>
    </form>
  );
}
