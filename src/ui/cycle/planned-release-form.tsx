"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { releaseTime } from "@/domain/schedule";
import { momentOf } from "@/domain/time-zone";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

/** Plans the release of a cycle that was opened, moves it or calls it off; nothing is final before it happens. */
export function PlannedReleaseForm({
  company,
  quarter,
  releaseOn,
  releaseAt,
  firstDay,
  state,
  timeZone,
}: {
  company: string;
  quarter: string;
  /** The planned day by the company's clocks; null: an admin releases. */
  releaseOn: string | null;
  /** The moment it was made from: what somebody else planned since is not written over. */
  releaseAt: Date | null;
  /** The first day that leaves the days for disputes. */
  firstDay: string;
  /** What is planned, in a sentence. */
  state: string;
  timeZone: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<{ releaseOn: string }>({ values: { releaseOn: releaseOn ?? "" } });
  const plan = useMutation(
    trpc.plan.setCycle.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { releaseAt: "releaseOn" }),
    }),
  );
  const release = (day: string) =>
    plan.mutate({
      company,
      quarter,
      releaseAt: day === "" ? null : momentOf({ day, time: releaseTime }, timeZone),
      seen: { releaseAt },
    });
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid gap-3 border-t border-line py-3.5 last:pb-0"
      onSubmit={form.handleSubmit((days) => release(days.releaseOn))}
    >
      <div>
        <h3 className="font-medium">Planned release</h3>
        <p className="max-w-[44ch] text-xs leading-normal text-ink-3">{state}</p>
      </div>
      <TextInput
        id="planned-release"
        label="Released by itself on"
        type="date"
        min={firstDay}
        hint={`At ${releaseTime} (${timeZone}), once the days for disputes are over. Empty: an admin releases.`}
        error={errors.releaseOn?.message}
        {...form.register("releaseOn")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={plan.isPending}>
          {plan.isPending ? "Saving…" : releaseOn === null ? "Plan the release" : "Move the release"}
        </Button>
        {releaseOn === null ? null : (
          <Button disabled={plan.isPending} onClick={() => release("")}>
            Call it off
          </Button>
        )}
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
