"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FieldErrors, useFieldArray, useForm } from "react-hook-form";
import type { z } from "zod";
import { type MappingRow, saveMappingInput } from "@/domain/directory-mapping";
import { sliceNames } from "@/domain/roster";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

type Values = z.infer<typeof saveMappingInput>;
type Props = {
  company: string;
  mapping: readonly MappingRow[];
  groups: readonly { id: string; displayName: string; people: number }[];
};

const asked = [
  { value: "engineer", label: "Engineer" },
  { value: "executive", label: "Executive" },
  { value: "not-asked", label: "Not asked" },
  { value: "", label: "Says nothing" },
];
const sliceLabel = { team: "Team", site: "Site", tenure: "Tenure" } as const;
const empty: MappingRow = { group: "", asks: "engineer", team: "", site: "", tenure: "" };

const errorOf = (errors: FieldErrors<Values>, index: number, field: keyof MappingRow): string | undefined =>
  errors.mapping?.[index]?.[field]?.message;

/** Which group of the directory means which rater group and slices, row by row, in an order that counts. */
export function MappingForm({ company, mapping, groups }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<Values>({ resolver: zodResolver(saveMappingInput), defaultValues: { mapping: [...mapping] } });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "mapping" });
  const save = useMutation(
    trpc.directory.saveMapping.mutationOptions({
      onSuccess: () => {
        say("Saved. What it changes waits above.");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, {}),
    }),
  );
  const { errors } = form.formState;
  const unnamed = groups.filter(
    ({ displayName, id }) =>
      !mapping.some(({ group }) => [displayName.toLowerCase(), id].includes(group.toLowerCase())),
  );
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.handleSubmit((values) => save.mutate({ company, ...values }))}
    >
      <datalist id="directory-groups">
        {groups.map(({ id, displayName }) => (
          <option key={id} value={displayName} />
        ))}
      </datalist>
      {fields.length === 0 ? <p className="text-ink-3">No group means anything yet, so nobody is asked.</p> : null}
      {fields.map((field, index) => (
        <fieldset
          key={field.id}
          className="grid items-start gap-3 border-b border-line pb-4 sm:grid-cols-2 lg:grid-cols-[2fr_1.2fr_1fr_1fr_1fr_auto]"
        >
          <legend className="sr-only">Row {index + 1}</legend>
          <TextInput
            id={`mapping-${index}-group`}
            label="Group of the directory"
            list="directory-groups"
            autoComplete="off"
            defaultValue={field.group}
            error={errorOf(errors, index, "group")}
            {...form.register(`mapping.${index}.group`)}
          />
          <Select
            id={`mapping-${index}-asks`}
            label="Is asked as"
            options={asked}
            defaultValue={field.asks ?? ""}
            error={errorOf(errors, index, "asks")}
            {...form.register(`mapping.${index}.asks`, { setValueAs: (value) => (value === "" ? null : value) })}
          />
          {sliceNames.map((name) => (
            <TextInput
              key={name}
              id={`mapping-${index}-${name}`}
              label={sliceLabel[name]}
              autoComplete="off"
              defaultValue={field[name]}
              error={errorOf(errors, index, name)}
              {...form.register(`mapping.${index}.${name}`)}
            />
          ))}
          <div className="lg:pt-7">
            <Button variant="quiet" onClick={() => remove(index)}>
              Remove<span className="sr-only"> row {index + 1}</span>
            </Button>
          </div>
        </fieldset>
      ))}
      {unnamed.length > 0 ? (
        <p className="max-w-measure text-xs text-ink-3">
          In no row yet:{" "}
          {unnamed
            .slice(0, 12)
            .map(({ displayName, people }) => `${displayName} (${people})`)
            .join(", ")}
          {unnamed.length > 12 ? ` and ${unnamed.length - 12} more` : ""}.
        </p>
      ) : null}
      {errors.root?.message || errors.mapping?.message ? (
        <Notice tone="error" title={errors.root?.message ?? errors.mapping?.message} />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => append(empty)}>Add a row</Button>
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save and see what it changes"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
