"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { boardDelaySchema, maxBoardDelayHours, minBoardDelayHours } from "@/domain/release";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

const schema = z.object({ hours: boardDelaySchema });

/** How many hours the leaders read before the board. */
export function BoardDelayForm({ company, quarter, hours }: { company: string; quarter: string; hours: number }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { hours } });
  const save = useMutation(
    trpc.cycle.setBoardDelay.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { hours: "hours" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid gap-3 border-t border-line py-3.5 last:pb-0"
      onSubmit={form.handleSubmit((values) => save.mutate({ company, quarter, hours: values.hours }))}
    >
      <TextInput
        id="board-delay"
        label="Hours between the leaders and the board"
        type="number"
        inputMode="numeric"
        min={minBoardDelayHours}
        max={maxBoardDelayHours}
        defaultValue={hours}
        hint={`At least ${minBoardDelayHours}. Counted from the release.`}
        error={errors.hours?.message}
        {...form.register("hours", { valueAsNumber: true })}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save the hours"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
