"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type ApiScope, apiScopes, createApiKeyInput } from "@/domain/api-key";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Checkbox } from "@/ui/kit/checkbox";
import { FieldError } from "@/ui/kit/field";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextInput } from "@/ui/kit/text-input";
import { showRefusal } from "@/ui/settings/refusal";
import { NewApiKey } from "./new-api-key";

const lives = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "180", label: "180 days" },
  { value: "366", label: "A year" },
];

/** Makes a key and shows it once. */
export function ApiKeyForm({
  company,
  choices,
  timeZone,
}: {
  company: string;
  choices: readonly ApiScope[];
  timeZone: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  // The list grows above the key: only then is it known where the key stands.
  const [refreshing, refresh] = useTransition();
  const form = useForm<z.infer<typeof createApiKeyInput>>({
    resolver: zodResolver(createApiKeyInput),
    defaultValues: { name: "", scopes: choices.length === 1 ? [...choices] : [], days: 90 },
  });
  const create = useMutation(
    trpc.apiKey.create.mutationOptions({
      onSuccess: () => {
        form.reset();
        refresh(() => router.refresh());
      },
      onError: (error) => showRefusal(error, form.setError, { name: "name", scopes: "scopes", days: "days" }),
    }),
  );
  const { errors } = form.formState;
  const scopesError = errors.scopes?.message ?? errors.scopes?.root?.message;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.handleSubmit((values) => create.mutate({ company, ...values }))}
    >
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_160px]">
        <TextInput
          id="api-key-name"
          label="What it is for"
          autoComplete="off"
          placeholder="Nightly roster from the HR system"
          error={errors.name?.message}
          {...form.register("name")}
        />
        <Select
          id="api-key-days"
          label="Works for"
          options={lives}
          error={errors.days?.message}
          {...form.register("days", { valueAsNumber: true })}
        />
      </div>
      <fieldset className="grid gap-1" aria-describedby={scopesError ? "api-key-scopes-error" : undefined}>
        <legend className="mb-1 font-medium">What it may do</legend>
        {choices.map((scope) => (
          <Checkbox
            key={scope}
            id={`api-key-${scope.replace(":", "-")}`}
            label={apiScopes[scope].words}
            hint={scope}
            value={scope}
            {...form.register("scopes")}
          />
        ))}
        {scopesError ? <FieldError id="api-key-scopes-error">{scopesError}</FieldError> : null}
      </fieldset>
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" variant="primary" disabled={create.isPending}>
          {create.isPending ? "Making…" : "Make a key"}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {create.data && !refreshing ? <NewApiKey {...create.data} timeZone={timeZone} /> : null}
      </div>
    </form>
  );
}
