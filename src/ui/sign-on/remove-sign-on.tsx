"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { Card } from "@/ui/kit/card";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";

/** Takes the provider away. */
export function RemoveSignOn({ company, required }: { company: string; required: boolean }) {
  const trpc = useTRPC();
  const router = useRouter();
  const remove = useMutation(trpc.signOn.remove.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <Card title="Remove the provider" className="grid gap-3">
      <p className="text-ink-2">
        {required
          ? "Stop requiring single sign-on first."
          : "People sign in by a link from a mail again. Sessions go on."}
      </p>
      {remove.error ? <Notice tone="error" title={remove.error.message} /> : null}
      <div>
        <ConfirmDialog
          trigger="Remove the provider"
          triggerVariant="quiet"
          disabled={required || remove.isPending}
          title="Remove the provider?"
          confirmLabel="Remove it"
          confirmVariant="danger"
          onConfirm={async () => {
            await remove.mutateAsync({ company }).catch(() => undefined);
          }}
        >
          <p>Issuer, client id and the client secret are deleted. Verified domains stay verified.</p>
        </ConfirmDialog>
      </div>
    </Card>
  );
}
