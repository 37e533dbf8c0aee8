"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { closesTime, opensTime, releaseTime } from "@/domain/schedule";
import { momentOf } from "@/domain/time-zone";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";
import { closesAtOf } from "./closing-day";

type Days = { opensOn: string; closesOn: string; releaseOn: string };

/** Plans when a draft opens and when its reports are released by themselves; an empty day leaves it to an admin. */
export function PlanForm({
  company,
  quarter,
  opensOn,
  closesOn,
  releaseOn,
  seen,
  problem,
  timeZone,
}: {
  company: string;
  quarter: string;
  opensOn: string | null;
  closesOn: string;
  releaseOn: string | null;
  /** The moments that these days were made from: what somebody else saved since is not written over. */
  seen: { opensAt: Date | null; closesAt: Date; releaseAt: Date | null };
  /** Why the last planned opening did not happen. */
  problem: string | null;
  timeZone: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  // What was saved comes back with the page, and the form stands on it; the message and the focus stay.
  const form = useForm<Days>({ values: { opensOn: opensOn ?? "", closesOn, releaseOn: releaseOn ?? "" } });
  const plan = useMutation(
    trpc.plan.setCycle.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) =>
        showRefusal(error, form.setError, {
          opensAt: "opensOn",
          closesAt: "closesOn",
          castsFrom: "closesOn",
          releaseAt: "releaseOn",
        }),
    }),
  );
  const { errors } = form.formState;
  const at = (day: string, time: string) => (day === "" ? null : momentOf({ day, time }, timeZone));
  return (
    <form
      noValidate
      className="mt-3 grid gap-3"
      onSubmit={form.handleSubmit((days) =>
        plan.mutate({
          company,
          quarter,
          opensAt: at(days.opensOn, opensTime),
          closesAt: closesAtOf(days.closesOn === "" ? closesOn : days.closesOn, timeZone),
          releaseAt: at(days.releaseOn, releaseTime),
          seen,
        }),
      )}
    >
      {problem ? <Notice tone="error" title={`It was planned to open and did not. ${problem}`} /> : null}
      <TextInput
        id="opens-on"
        label="Opens by itself on"
        type="date"
        hint={`At ${opensTime} (${timeZone}), if the anonymity check passes; else you get a mail with the reason. Empty: you open it.`}
        error={errors.opensOn?.message}
        {...form.register("opensOn")}
      />
      <TextInput
        id="plan-closes-on"
        label="Closing date"
        type="date"
        hint={`At ${closesTime} (${timeZone}). 7 to 21 days after opening are usual; 1 to 31 are possible. Fixed once it is open.`}
        error={errors.closesOn?.message}
        {...form.register("closesOn")}
      />
      <TextInput
        id="release-on"
        label="Released by itself on"
        type="date"
        hint={`At ${releaseTime} (${timeZone}), at least 7 days after closing. A hold stops it. Empty: you release.`}
        error={errors.releaseOn?.message}
        {...form.register("releaseOn")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={plan.isPending}>
          {plan.isPending ? "Saving…" : "Save the plan"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
