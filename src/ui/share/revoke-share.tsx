"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";

/** Ends a link at once. */
export function RevokeShare({ company, shareId, label }: { company: string; shareId: string; label: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const revoke = useMutation(trpc.share.revoke.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <div className="grid justify-items-start gap-2">
      <ConfirmDialog
        trigger="Revoke"
        triggerVariant="quiet"
        disabled={revoke.isPending}
        title={`Revoke the link “${label}”?`}
        confirmLabel="Revoke the link"
        confirmVariant="danger"
        onConfirm={async () => {
          await revoke.mutateAsync({ company, shareId }).catch(() => undefined);
        }}
      >
        <p>Whoever has it finds nothing at its address from now on. It cannot be undone; a new link can be made.</p>
      </ConfirmDialog>
      {revoke.error ? <Notice tone="error" title={revoke.error.message} /> : null}
    </div>
  );
}
