"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { updateWebhookInput } from "@/domain/webhook";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";
import type { Endpoint } from "./endpoint";
import { EventChoice } from "./event-choice";
import { kindWords } from "./webhook-words";

/** Changes name and events, and the address if a new one is typed: the stored one is never shown. */
export function EditWebhook({ company, endpoint }: { company: string; endpoint: Endpoint }) {
  const { id, kind, name, events } = endpoint;
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.infer<typeof updateWebhookInput>>({
    resolver: zodResolver(updateWebhookInput),
    defaultValues: { webhookId: id, name, address: "", events },
  });
  const update = useMutation(
    trpc.webhook.update.mutationOptions({
      onSuccess: () => {
        form.resetField("address");
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { name: "name", address: "address", events: "events" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.handleSubmit((values) => update.mutate({ company, ...values }))}
    >
      <TextInput
        id={`name-${id}`}
        label="Name"
        autoComplete="off"
        error={errors.name?.message}
        {...form.register("name")}
      />
      <TextInput
        id={`address-${id}`}
        label={`New ${kindWords[kind].address.toLowerCase()}`}
        hint="Left empty, the address stays as it is."
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        error={errors.address?.message}
        {...form.register("address")}
      />
      <EventChoice
        id={`events-${id}`}
        error={errors.events?.message ?? errors.events?.root?.message}
        field={form.register("events")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={update.isPending}>
          {update.isPending ? "Saving…" : "Save"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
