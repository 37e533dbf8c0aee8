"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { setRetentionInput } from "@/domain/retention";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

type Props = { company: string; cycles: number; least: number; most: number };

/** For how many cycles results are kept; a smaller number is asked about once more, because what goes is gone. */
export function RetentionForm({ company, cycles, least, most }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const [asked, setAsked] = useState<number | null>(null);
  const form = useForm<z.infer<typeof setRetentionInput>>({
    resolver: zodResolver(setRetentionInput),
    defaultValues: { cycles },
  });
  const save = useMutation(
    trpc.rights.setRetention.mutationOptions({
      onSuccess: () => {
        setAsked(null);
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { cycles: "cycles" }),
    }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => {
    if (values.cycles < cycles && asked !== values.cycles) setAsked(values.cycles);
    else save.mutate({ company, cycles: values.cycles });
  });
  return (
    <form noValidate className="grid max-w-[480px] gap-4" onSubmit={submit}>
      <TextInput
        id="retention-cycles"
        label="Cycles whose results are kept"
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        defaultValue={cycles}
        hint={`From ${least}, which a comparison with the year before needs, to ${most}. The public record stays longer.`}
        error={errors.cycles?.message}
        {...form.register("cycles", { valueAsNumber: true })}
      />
      {asked === null ? null : (
        <Notice title={`Results older than ${asked} cycles go tonight.`}>
          Reports, comments and rosters of those quarters cannot be brought back.
        </Notice>
      )}
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : asked === null ? "Save" : `Keep ${asked} cycles`}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
