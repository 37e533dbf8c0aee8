"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { quarterLabel } from "@/domain/quarter";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { ActionRow } from "./action-row";

const reasons = {
  "few collected": "Fewer than 5 ballots are collected.",
  "nothing sealed": "Ballots are collected and not sealed yet.",
} as const;

/** Closes an open cycle for good, after “close” is typed; with few ballots it says that they would be destroyed. */
export function CloseAction({
  company,
  quarter,
  few,
}: {
  company: string;
  quarter: string;
  /** Why there would be no result now; false if there may be one. */
  few: keyof typeof reasons | false;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const close = useMutation(trpc.cycle.close.mutationOptions({ onSuccess: () => router.refresh() }));
  const label = few ? "Close and destroy" : "Close";
  return (
    <ActionRow
      title={few ? "Close and destroy" : "Close early"}
      consequence={
        few
          ? `${reasons[few]} Closed now, there is no result for anyone, and the ballots are destroyed unread. It cannot be undone.`
          : "It closes by itself at its time. Now or then, it cannot be undone: a closed cycle never reopens."
      }
      error={close.error?.message}
      action={
        <ConfirmDialog
          trigger={label}
          triggerVariant={few ? "danger" : "secondary"}
          disabled={close.isPending}
          title={`Close ${quarterLabel(quarter)} now?`}
          confirmLabel={label}
          confirmVariant={few ? "danger" : "primary"}
          typedWord="close"
          onConfirm={async () => {
            await close.mutateAsync({ company, quarter }).catch(() => undefined);
          }}
        >
          <p>
            Nobody can answer, revise or withdraw after this.{" "}
            {few
              ? "The public list of receipts is written."
              : "The ballots are counted, and the public list of receipts is written."}
          </p>
          {few ? (
            <p>
              With fewer than 5 answers there is no result for {quarterLabel(quarter)}, for anyone. The ballots are
              destroyed unread.
            </p>
          ) : null}
          <p className="font-medium text-ink">It cannot be undone.</p>
        </ConfirmDialog>
      }
    />
  );
}
