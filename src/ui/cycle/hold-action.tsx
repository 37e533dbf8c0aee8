"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { quarterLabel } from "@/domain/quarter";
import { holdReasonSchema } from "@/domain/release";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { showRefusal } from "@/ui/settings/refusal";
import { ActionRow } from "./action-row";
import { dayText } from "./dates";

const schema = z.object({ reason: holdReasonSchema });

/** Holds a report back from its next readers, or lets it go on. A hold can be lifted, so it asks for a reason, not twice. */
export function HoldAction({
  company,
  quarter,
  heldAt,
  released,
  timeZone,
}: {
  company: string;
  quarter: string;
  heldAt: Date | null;
  released: boolean;
  timeZone: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { reason: "" } });
  const onSuccess = () => {
    form.reset();
    router.refresh();
  };
  const hold = useMutation(
    trpc.cycle.hold.mutationOptions({
      onSuccess,
      onError: (error) => showRefusal(error, form.setError, { reason: "reason" }),
    }),
  );
  const lift = useMutation(trpc.cycle.liftHold.mutationOptions({ onSuccess }));
  const { errors } = form.formState;
  if (heldAt) {
    return (
      <ActionRow
        title={`Held since ${dayText(heldAt, timeZone)} by the admin`}
        consequence={
          released
            ? "The board’s clock stands still. Once lifted, the board waits as long as it still had to wait."
            : "Nothing is released before the hold is lifted. Each leader can still preview their own report."
        }
        error={lift.error?.message}
        action={
          <ConfirmDialog
            trigger="Lift the hold"
            disabled={lift.isPending}
            title={`Lift the hold on ${quarterLabel(quarter)}?`}
            confirmLabel="Lift the hold"
            onConfirm={async () => {
              await lift.mutateAsync({ company, quarter }).catch(() => undefined);
            }}
          >
            <p>
              {released
                ? "The board’s clock goes on from here with the time that was left."
                : "The reports can be released again. Lifting releases nothing by itself."}
            </p>
          </ConfirmDialog>
        }
      />
    );
  }
  return (
    <form
      noValidate
      className="grid gap-3 border-t border-line py-3.5 first-of-type:border-t-0 last:pb-0"
      onSubmit={form.handleSubmit(({ reason }) => hold.mutate({ company, quarter, reason }))}
    >
      <div>
        <h3 className="font-medium">Hold</h3>
        <p className="max-w-[44ch] text-xs leading-normal text-ink-3">
          {released
            ? "Stops the board’s clock until you lift it. What the leaders read already stays theirs."
            : "Keeps the report from being released until you lift it. The leaders are told that it is held."}
        </p>
      </div>
      <TextInput
        id="hold-reason"
        label="Reason, for the audit log"
        autoComplete="off"
        error={errors.reason?.message}
        {...form.register("reason")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={hold.isPending}>
          {hold.isPending ? "Holding…" : "Hold the report"}
        </Button>
      </div>
    </form>
  );
}
