"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createShareInput, shareDays } from "@/domain/share";
import { useTRPC } from "@/trpc/react";
import { momentText } from "@/ui/cycle/dates";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { ShownOnce } from "@/ui/kit/shown-once";
import { TextInput } from "@/ui/kit/text-input";
import { showRefusal } from "@/ui/settings/refusal";

const options = shareDays.map((days) => ({ value: String(days), label: days === 1 ? "1 day" : `${days} days` }));

export type ShareFormProps = { company: string; quarter: string; timeZone: string };

/** Makes a link and shows its address once. */
export default function ShareForm({ company, quarter, timeZone }: ShareFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm<z.infer<typeof createShareInput>>({
    resolver: zodResolver(createShareInput),
    defaultValues: { label: "", days: 7 },
  });
  const create = useMutation(
    trpc.share.create.mutationOptions({
      onSuccess: () => {
        form.reset();
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { label: "label", days: "days" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_140px_auto] sm:items-end"
      onSubmit={form.handleSubmit((values) => create.mutate({ company, quarter, ...values }))}
    >
      <TextInput
        id="share-label"
        autoFocus
        label="Whom it is for"
        autoComplete="off"
        placeholder="Board pack, July"
        error={errors.label?.message}
        {...form.register("label")}
      />
      <Select
        id="share-days"
        label="Opens for"
        options={options}
        error={errors.days?.message}
        {...form.register("days", { valueAsNumber: true })}
      />
      <Button type="submit" disabled={create.isPending}>
        {create.isPending ? "Making…" : "Make a link"}
      </Button>
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div role="status" className="empty:hidden sm:col-span-3">
        {create.data ? (
          <ShownOnce
            title="This is the link. It is shown once: copy it now."
            label="Link to the board page"
            value={create.data.url}
          >
            <p className="mt-2">It opens the page until {momentText(create.data.expiresAt, timeZone)}.</p>
          </ShownOnce>
        ) : null}
      </div>
    </form>
  );
}
