"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { companyEventInput } from "@/domain/company-event";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

/** Adds an event to a quarter. */
export function EventForm({
  company,
  quarters,
}: {
  company: string;
  quarters: readonly { value: string; label: string }[];
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.infer<typeof companyEventInput>>({
    resolver: zodResolver(companyEventInput),
    defaultValues: { quarter: quarters[0]?.value ?? "", label: "" },
  });
  const add = useMutation(
    trpc.event.add.mutationOptions({
      onSuccess: () => {
        form.resetField("label");
        say("Added");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { quarter: "quarter", label: "label" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid items-end gap-3 sm:grid-cols-[140px_minmax(0,1fr)_auto]"
      onSubmit={form.handleSubmit((values) => add.mutate({ company, ...values }))}
    >
      <Select
        id="event-quarter"
        label="Quarter"
        options={quarters}
        error={errors.quarter?.message}
        {...form.register("quarter")}
      />
      <TextInput
        id="event-label"
        label="What happened, 40 characters"
        maxLength={40}
        autoComplete="off"
        error={errors.label?.message}
        {...form.register("label")}
      />
      <Button type="submit" disabled={add.isPending}>
        {add.isPending ? "Adding…" : "Add the event"}
      </Button>
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <LiveRegion message={message} />
    </form>
  );
}
