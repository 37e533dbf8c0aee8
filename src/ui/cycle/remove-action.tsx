"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { quarterLabel } from "@/domain/quarter";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { ActionRow } from "./action-row";

/** Removes a draft. */
export function RemoveAction({ company, quarter }: { company: string; quarter: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const remove = useMutation(
    trpc.cycle.remove.mutationOptions({
      onSuccess: () => {
        // Back must not lead to what is gone, nor to a list that still has it.
        router.replace(`/${company}/cycles`);
        router.refresh();
      },
    }),
  );
  return (
    <ActionRow
      title="Remove the draft"
      consequence="Only the draft goes: roster, seats and members stay as they are."
      error={remove.error?.message}
      action={
        <ConfirmDialog
          trigger="Remove"
          triggerVariant="quiet"
          title={`Remove the draft of ${quarterLabel(quarter)}?`}
          confirmLabel="Remove the draft"
          confirmVariant="danger"
          onConfirm={async () => {
            await remove.mutateAsync({ company, quarter }).catch(() => undefined);
          }}
        >
          <p>No engineer was written to yet. You can draft this quarter again at any time.</p>
        </ConfirmDialog>
      }
    />
  );
}
