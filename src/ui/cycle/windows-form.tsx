"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { RadioGroup } from "@/ui/kit/radio-group";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";
import { castsFromOfDay, windowsSchema } from "./windows-day";

const options = [
  {
    value: "one-sitting",
    label: "One sitting",
    hint: "Engineers collect, answer and seal in one visit. Somebody who sees the order in which ballots are collected and sent links 98 % of 25 people to their sealed ballots. The seal still keeps the answers from them.",
  },
  {
    value: "two-windows",
    label: "Two windows",
    hint: "Engineers collect until a day and seal from that day on: two visits, in the same browser. The same observer links 4 to 8 %; chance alone is 4 %. Some people will forget the second visit.",
  },
];

/** Chooses between one sitting and two windows, while a cycle is a draft. */
export function WindowsForm({
  company,
  quarter,
  closesAt,
  castsFrom,
  castsOn,
  days,
  opensAt,
  timeZone,
}: {
  company: string;
  quarter: string;
  closesAt: Date;
  /** What is saved; if somebody else saved since, theirs is not written over. */
  castsFrom: Date | null;
  /** The day on which sealing begins; null in one sitting. */
  castsOn: string | null;
  days: { first: string; last: string; suggested: string } | null;
  /** When it opens by itself; null: an admin opens it. */
  opensAt: Date | null;
  timeZone: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const [schema] = useState(() => windowsSchema(closesAt, () => opensAt ?? new Date(), timeZone));
  const day = castsOn ?? days?.suggested ?? "";
  const kind = castsOn === null ? "one-sitting" : "two-windows";
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { kind, castsOn: day },
  });
  const chosen = useWatch({ control: form.control, name: "kind" });
  const update = useMutation(
    trpc.cycle.update.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { castsFrom: "castsOn" }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="mt-3 grid gap-4"
      onSubmit={form.handleSubmit((values) =>
        update.mutate({
          company,
          quarter,
          castsFrom: values.kind === "two-windows" ? castsFromOfDay(values.castsOn, timeZone) : null,
          seen: { castsFrom },
        }),
      )}
    >
      <RadioGroup
        id="windows"
        legend="How a ballot is given"
        hint="Fixed once the cycle is open, and written into its public record."
        options={options}
        defaultValue={kind}
        {...form.register("kind")}
      />
      {chosen === "two-windows" ? (
        <TextInput
          id="casts-on"
          label="Sealing begins on"
          type="date"
          defaultValue={day}
          {...(days ? { min: days.first, max: days.last } : {})}
          hint={`At 07:00 (${timeZone}) on that day; collecting ends then, and everybody gets a mail. At most a week after opening is wise: some browsers forget a page that was not visited for seven days.`}
          error={errors.castsOn?.message}
          {...form.register("castsOn")}
        />
      ) : null}
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={update.isPending}>
          {update.isPending ? "Saving…" : "Save the windows"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
