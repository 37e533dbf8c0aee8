"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextInput } from "@/ui/kit/text-input";
import { showRefusal } from "@/ui/settings/refusal";
import { closesAtOf, newCycleSchema } from "./closing-day";
import { cyclePath } from "./cycle-view";

/** Drafts a cycle: for which quarter, and until when. */
export function CycleForm({
  company,
  quarters,
  days,
  timeZone,
  variant,
}: {
  company: string;
  quarters: readonly { value: string; label: string }[];
  days: { first: string; last: string; suggested: string };
  timeZone: string;
  variant?: "primary" | "secondary";
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [schema] = useState(() => newCycleSchema(() => new Date(), timeZone));
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { quarter: quarters[0]?.value ?? "", closesOn: days.suggested },
  });
  const create = useMutation(
    trpc.cycle.create.mutationOptions({
      onSuccess: (_, { quarter }) => {
        router.push(cyclePath(company, quarter));
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { quarter: "quarter", closesAt: "closesOn" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid max-w-[480px] gap-4"
      onSubmit={form.handleSubmit(({ quarter, closesOn }) =>
        create.mutate({ company, quarter, closesAt: closesAtOf(closesOn, timeZone) }),
      )}
    >
      <Select
        id="new-cycle-quarter"
        label="Quarter"
        hint="One cycle for each quarter; at least 60 days lie between two openings."
        options={quarters}
        error={errors.quarter?.message}
        {...form.register("quarter")}
      />
      <TextInput
        id="new-cycle-closes-on"
        label="Closing date"
        type="date"
        defaultValue={days.suggested}
        min={days.first}
        max={days.last}
        hint={`At 17:00 (${timeZone}) on that day. 7 to 21 days are usual; 1 to 31 are possible. It is fixed once the cycle is open. Whether ballots are given in one sitting or in two windows, and when it opens, is chosen in the draft.`}
        error={errors.closesOn?.message}
        {...form.register("closesOn")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" variant={variant} disabled={create.isPending || create.isSuccess}>
          {create.isPending ? "Drafting…" : "Draft the cycle"}
        </Button>
      </div>
    </form>
  );
}
