"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";

/** Takes an event off the board pages. */
export function RemoveEvent({ company, eventId, label }: { company: string; eventId: string; label: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const remove = useMutation(trpc.event.remove.mutationOptions({ onSettled: () => router.refresh() }));
  return (
    <ConfirmDialog
      trigger="Remove"
      triggerVariant="quiet"
      disabled={remove.isPending}
      title={`Remove “${label}”?`}
      confirmLabel="Remove the event"
      confirmVariant="danger"
      onConfirm={async () => {
        await remove.mutateAsync({ company, eventId }).catch(() => undefined);
      }}
    >
      <p>It leaves every board page that shows its quarter. The audit log keeps it.</p>
    </ConfirmDialog>
  );
}
