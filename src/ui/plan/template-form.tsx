"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import type { OpeningFinding } from "@/domain/opening-finding";
import type { SliceName } from "@/domain/roster";
import type { CycleTemplate } from "@/domain/schedule";
import { useTRPC } from "@/trpc/react";
import { FindingList } from "@/ui/cycle/finding-list";
import { offeredSlices, SliceBoxes } from "@/ui/cycle/slice-boxes";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";
import { problemsOf, type TypedTemplate, templateFrom, typedFrom } from "./template-form-schema";

const rules = [
  { value: "weekday", label: "On a weekday of the quarter" },
  { value: "offset", label: "Some days into the quarter" },
];
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"].map((label, index) => ({
  value: String(index + 1),
  label,
}));

/** "Every quarter by template": saved, it makes and plans the next quarter's draft; it can be paused. */
export function TemplateForm({
  company,
  template,
  timeZone,
  sliceChoices,
  sliceFindings,
}: {
  company: string;
  template: (CycleTemplate & { paused: boolean }) | null;
  timeZone: string;
  /** Splits the roster has values for. */
  sliceChoices: readonly SliceName[];
  /** What today's roster makes of the saved ones. */
  sliceFindings: readonly OpeningFinding[];
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<TypedTemplate>({ defaultValues: typedFrom(template) });
  const done = (words: string) => () => {
    say(words);
    router.refresh();
  };
  const save = useMutation(
    trpc.plan.saveTemplate.mutationOptions({
      onSuccess: done("Saved"),
      onError: (error) => showRefusal(error, form.setError, { sliceNames: "sliceNames" }),
    }),
  );
  const pause = useMutation(trpc.plan.pauseTemplate.mutationOptions({ onSuccess: done("Saved") }));
  const rule = useWatch({ control: form.control, name: "rule" });
  const { errors } = form.formState;
  const number = (name: Exclude<keyof TypedTemplate, "sliceNames">, label: string, hint?: string) => (
    <TextInput
      id={`template-${name}`}
      label={label}
      type="number"
      inputMode="numeric"
      hint={hint}
      error={errors[name]?.message}
      {...form.register(name)}
    />
  );
  const chosen = template?.sliceNames ?? [];
  const error = errors.root?.message ?? pause.error?.message;
  return (
    <form
      noValidate
      className="grid max-w-[480px] gap-4"
      onSubmit={form.handleSubmit((typed) => {
        const read = templateFrom(typed);
        if (read.success) return save.mutate({ company, ...read.data });
        for (const { field, message: words } of problemsOf(read.error)) form.setError(field, { message: words });
      })}
    >
      <p className="text-ink-2">
        The draft of the next quarter is made and planned when the one before opens. It opens only if the anonymity
        check passes. Times are those of {timeZone}.
      </p>
      {template?.paused ? <Notice title="The template is paused. No further draft is made." /> : null}
      <Select id="template-rule" label="Opens" options={rules} {...form.register("rule")} />
      {rule === "offset" ? (
        number("days", "Days after the first day of the quarter", "0 to 70.")
      ) : (
        <>
          {number("nth", "Which one of the quarter", "2 is the second.")}
          <Select id="template-weekday" label="Weekday" options={weekdays} {...form.register("weekday")} />
        </>
      )}
      {number("daysOpen", "Days open", "2 to 30. It opens at 09:00 and closes at 17:00.")}
      {number("castsAfterDays", "Days until sealing begins", "For two windows. Empty: one sitting.")}
      {number("releaseAfterDays", "Days from closing to release", "8 or more. Empty: an admin releases.")}
      {offeredSlices(sliceChoices, chosen).length === 0 ? null : (
        <fieldset className="grid gap-2">
          <legend className="font-medium">Splits</legend>
          <p className="text-xs text-ink-3">
            Leaders then read scores by team too, one split at a time. A draft that is made already keeps its own.
          </p>
          <SliceBoxes
            id="template-slice"
            choices={sliceChoices}
            chosen={chosen}
            register={() => form.register("sliceNames")}
          />
          {errors.sliceNames?.message ? <Notice tone="error" title={errors.sliceNames.message} /> : null}
          {sliceFindings.length > 0 ? (
            <>
              <p className="text-ink-2">With the roster as it is today:</p>
              <FindingList findings={sliceFindings} />
            </>
          ) : null}
        </fieldset>
      )}
      {error ? <Notice tone="error" title={error} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : template ? "Save the template" : "Plan every quarter"}
        </Button>
        {template ? (
          <Button disabled={pause.isPending} onClick={() => pause.mutate({ company, paused: !template.paused })}>
            {template.paused ? "Let it go on" : "Pause the template"}
          </Button>
        ) : null}
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
