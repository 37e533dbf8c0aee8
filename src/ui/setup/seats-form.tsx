"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import { seats as bothSeats, type Seat, seatLabel } from "@/domain/seat";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { RadioGroup } from "@/ui/kit/radio-group";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal, type WireError } from "@/ui/settings/refusal";
import { arrangementOf, askedFor, seatChanges, seatsFormSchema, type SeatsForm as Values } from "./seats-form-schema";
import type { SetupView } from "./setup-view";

const vacant = "Engineers rate the other seat; who-does-what still asks all ten.";
const options = [
  { value: "two-people", label: "Two people", hint: "Both are rated, and the two as a pair." },
  {
    value: "one-person",
    label: "One person holds both seats",
    hint: "Both sets of statements, no page about the two together.",
  },
  { value: "cto-only", label: "The VPoE seat is vacant", hint: vacant },
  { value: "vpe-only", label: "The CTO seat is vacant", hint: vacant },
];

/** Who sits in the two seats: a person, one person in both, or nobody. */
export function SeatsForm({
  company,
  seats,
  locked,
  variant,
}: {
  company: string;
  seats: SetupView["seats"];
  locked: boolean;
  variant?: "primary" | "secondary";
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<Values>({
    resolver: zodResolver(seatsFormSchema),
    defaultValues: {
      arrangement: arrangementOf(seats),
      cto: { name: seats.cto?.name ?? "", email: seats.cto?.email ?? "" },
      vpe: { name: seats.vpe?.name ?? "", email: seats.vpe?.email ?? "" },
    },
  });
  const assign = useMutation(trpc.seat.assign.mutationOptions());
  const vacate = useMutation(trpc.seat.vacate.mutationOptions());
  const arrangement = useWatch({ control: form.control, name: "arrangement" });
  const { errors, isSubmitting } = form.formState;

  const save = async (values: Values) => {
    const wanted = seatChanges(values);
    for (const seat of bothSeats) {
      const person = wanted[seat];
      const typedAt: Seat = values.arrangement === "one-person" ? "cto" : seat;
      try {
        if (person) await assign.mutateAsync({ company, seat, ...person });
        else if (seats[seat]) await vacate.mutateAsync({ company, seat });
      } catch (error) {
        showRefusal(error as WireError, form.setError, { name: `${typedAt}.name`, email: `${typedAt}.email` });
        router.refresh();
        return;
      }
    }
    say("Saved");
    router.refresh();
  };

  return (
    <form noValidate onSubmit={form.handleSubmit(save)}>
      <fieldset disabled={locked} className="grid max-w-[560px] gap-4">
        <legend className="sr-only">Leaders in seats</legend>
        <RadioGroup
          id="arrangement"
          legend="How are the two seats held?"
          options={options}
          defaultValue={arrangementOf(seats)}
          error={errors.arrangement?.message}
          {...form.register("arrangement")}
        />
        {askedFor[arrangement].map((seat) => (
          <fieldset key={seat} className="grid gap-3 sm:grid-cols-2">
            <legend className="mb-1 font-medium">
              {arrangement === "one-person" ? "CTO and VPoE" : seatLabel[seat].long}
            </legend>
            <TextInput
              id={`${seat}-name`}
              label="Name"
              defaultValue={seats[seat]?.name ?? ""}
              autoComplete="off"
              error={errors[seat]?.name?.message}
              {...form.register(`${seat}.name`)}
            />
            <TextInput
              id={`${seat}-email`}
              label="Mail address"
              defaultValue={seats[seat]?.email ?? ""}
              type="email"
              autoComplete="off"
              error={errors[seat]?.email?.message}
              {...form.register(`${seat}.email`)}
            />
          </fieldset>
        ))}
        {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
        <div>
          <Button type="submit" variant={variant} disabled={locked || isSubmitting}>
            {isSubmitting ? "Saving…" : "Save seats"}
          </Button>
        </div>
      </fieldset>
      <LiveRegion message={message} />
    </form>
  );
}
