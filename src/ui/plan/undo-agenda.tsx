"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { AgendaItem } from "@/domain/agenda";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";
import { undoText } from "./agenda-text";

/** Takes back something that would happen by itself. */
export function UndoAgenda({ company, item }: { company: string; item: AgendaItem }) {
  const trpc = useTRPC();
  const router = useRouter();
  const onSettled = { onSettled: () => router.refresh() };
  const plan = useMutation(trpc.plan.setCycle.mutationOptions(onSettled));
  const reminders = useMutation(trpc.plan.setReminders.mutationOptions(onSettled));
  const template = useMutation(trpc.plan.pauseTemplate.mutationOptions(onSettled));
  const words = undoText(item);
  if (!words) return null;
  const { quarter, undo } = item;
  const run = (): Promise<unknown> => {
    if (undo === "pause-template") return template.mutateAsync({ company, paused: true });
    if (undo === "stop-reminders") return reminders.mutateAsync({ company, quarter, on: false });
    return plan.mutateAsync({
      company,
      quarter,
      ...(undo === "unplan-opening" ? { opensAt: null } : { releaseAt: null }),
    });
  };
  const error = plan.error ?? reminders.error ?? template.error;
  return (
    <>
      <ConfirmDialog
        trigger={words.label}
        triggerVariant="quiet"
        disabled={plan.isPending || reminders.isPending || template.isPending}
        title={`${words.label}?`}
        confirmLabel={words.label}
        onConfirm={async () => {
          await run().catch(() => undefined);
        }}
      >
        <p>{words.consequence}</p>
      </ConfirmDialog>
      {error ? <Notice tone="error" title={error.message} /> : null}
    </>
  );
}
