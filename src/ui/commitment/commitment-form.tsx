"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { actionMaxLength, commitmentForm } from "@/domain/commitment";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextArea } from "@/ui/kit/text-area";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal, type WireError } from "@/ui/settings/refusal";
import type { DeskProps } from "./plan-desk";
import { SubjectNotes } from "./subject-notes";

type Values = z.infer<typeof commitmentForm>;

/** What to work on, what to do and by when: saved as a draft, or shared with the engineers after a word of warning. */
export function CommitmentForm({
  company,
  reference,
  entry,
  choices,
  days,
  onDone,
}: DeskProps & { onDone: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<Values>({
    resolver: zodResolver(commitmentForm),
    defaultValues: entry ?? { subject: "", action: "", dueOn: "" },
  });
  const refused = (error: WireError) =>
    showRefusal(error, form.setError, { subject: "subject", action: "action", dueOn: "dueOn" });
  const save = useMutation(trpc.commitment.save.mutationOptions({ onError: refused }));
  const share = useMutation(trpc.commitment.share.mutationOptions({ onError: refused }));
  const input = (values: Values) => ({ company, ...reference, ...values });
  const saveDraft = form.handleSubmit(async (values) => {
    await save.mutateAsync(input(values));
    say("Saved as a draft");
    router.refresh();
  });
  const shareIt = form.handleSubmit(async (values) => {
    await save.mutateAsync(input(values));
    await share.mutateAsync({ company, ...reference });
    onDone();
    router.refresh();
  });
  const typed = useWatch({ control: form.control });
  const { errors } = form.formState;
  const id = (field: string) => `${reference.kind}-${field}`;
  const chosen = choices.find(({ key }) => key === typed.subject) ?? null;
  const busy = save.isPending || share.isPending;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        saveDraft().catch(() => undefined);
      }}
    >
      <Select
        id={id("subject")}
        label={reference.kind === "pattern" ? "Pattern" : "Responsibility"}
        autoFocus
        options={[{ value: "", label: "Choose one" }, ...choices.map(({ key, label }) => ({ value: key, label }))]}
        error={errors.subject?.message}
        {...form.register("subject")}
      />
      {chosen ? (
        <SubjectNotes
          choice={chosen}
          onUse={(remedy) => form.setValue("action", remedy, { shouldDirty: true, shouldValidate: true })}
        />
      ) : null}
      <TextArea
        id={id("action")}
        label="What you will do"
        rows={4}
        hint={
          <>
            In your own words, something engineers can see: they are asked how often it happened.{" "}
            <span className="num">
              {(typed.action ?? "").trim().length} of {actionMaxLength} characters.
            </span>
          </>
        }
        error={errors.action?.message}
        {...form.register("action")}
      />
      <TextInput
        id={id("due-on")}
        label="By when"
        type="date"
        min={days.first}
        max={days.last}
        hint="At most two quarters ahead. A date before the next cycle gives the clearest answer."
        error={errors.dueOn?.message}
        {...form.register("dueOn")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy}>
          {save.isPending ? "Saving…" : "Save as a draft"}
        </Button>
        <ConfirmDialog
          trigger="Share with engineers"
          triggerVariant="primary"
          title="Share this action with engineers?"
          confirmLabel="Share it"
          disabled={busy}
          onConfirm={() => shareIt().catch(() => undefined)}
        >
          <p>Engineers will read this with your name. The next cycle asks them, anonymously, whether it happened.</p>
          <p>The question then stands in that cycle’s public record: leave out what must stay in the company.</p>
          <p className="font-medium text-ink">Its words cannot be changed afterwards.</p>
        </ConfirmDialog>
        <Button variant="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
