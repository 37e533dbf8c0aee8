"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { quarterLabel } from "@/domain/quarter";
import { holdReasonSchema } from "@/domain/release";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { usePassingMessage } from "@/ui/settings/passing-message";
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
  const [message, say] = usePassingMessage();
  const place = useRef<HTMLDivElement>(null);
  const wasHeld = useRef(heldAt !== null);
  // What was pressed is gone with the state it was for: whoever works by keyboard goes on at what took its place.
  useLayoutEffect(() => {
    if (wasHeld.current === (heldAt !== null)) return;
    wasHeld.current = heldAt !== null;
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
    });
  }, [heldAt]);
  const onSuccess = (words: string) => () => {
    say(words);
    form.reset();
    router.refresh();
  };
  const hold = useMutation(
    trpc.cycle.hold.mutationOptions({
      onSuccess: onSuccess("The report is held"),
      onError: (error) => showRefusal(error, form.setError, { reason: "reason" }),
    }),
  );
  const lift = useMutation(trpc.cycle.liftHold.mutationOptions({ onSuccess: onSuccess("The hold is lifted") }));
  const inPlace = (content: ReactNode) => (
    <div ref={place} tabIndex={-1} className="border-t border-line first:border-t-0">
      {content}
      <LiveRegion message={message} />
    </div>
  );
  const { errors } = form.formState;
  if (heldAt) {
    return inPlace(
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
      />,
    );
  }
  return inPlace(
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
    </form>,
  );
}
