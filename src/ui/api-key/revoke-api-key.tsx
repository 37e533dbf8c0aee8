"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";

/** Ends a key at once. */
export function RevokeApiKey({ company, keyId, name }: { company: string; keyId: string; name: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const revoke = useMutation(trpc.apiKey.revoke.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <div className="grid justify-items-start gap-2">
      <ConfirmDialog
        trigger={
          <>
            Revoke<VisuallyHidden> {name}</VisuallyHidden>
          </>
        }
        triggerVariant="quiet"
        disabled={revoke.isPending}
        title={`Revoke the key “${name}”?`}
        confirmLabel="Revoke the key"
        confirmVariant="danger"
        onConfirm={async () => {
          await revoke.mutateAsync({ company, keyId }).catch(() => undefined);
        }}
      >
        <p>The program that uses it is refused from now on. It cannot be undone; a new key can be made.</p>
      </ConfirmDialog>
      {revoke.error ? <Notice tone="error" title={revoke.error.message} /> : null}
    </div>
  );
}
