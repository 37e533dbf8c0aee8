"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";
import { closesAtOf, closingDaySchema } from "./closing-day";

/** Moves the closing date of a draft. */
export function ClosingDateForm({
  company,
  quarter,
  closesOn,
  days,
}: {
  company: string;
  quarter: string;
  closesOn: string;
  days: { first: string; last: string };
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const [schema] = useState(() => z.object({ closesOn: closingDaySchema(() => new Date()) }));
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { closesOn } });
  const update = useMutation(
    trpc.cycle.update.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { closesAt: "closesOn", castsFrom: "closesOn" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="mt-3 grid gap-3"
      onSubmit={form.handleSubmit((values) =>
        update.mutate({ company, quarter, closesAt: closesAtOf(values.closesOn) }),
      )}
    >
      <TextInput
        id="closes-on"
        label="Closing date"
        type="date"
        defaultValue={closesOn}
        min={days.first}
        max={days.last}
        hint="At 17:00 UTC on that day. 7 to 21 days are usual; 1 to 31 are possible."
        error={errors.closesOn?.message}
        {...form.register("closesOn")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={update.isPending}>
          {update.isPending ? "Saving…" : "Save the date"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
