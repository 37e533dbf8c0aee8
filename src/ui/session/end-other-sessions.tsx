"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";

/** Signs out everywhere but here. */
export function EndOtherSessions() {
  const trpc = useTRPC();
  const router = useRouter();
  const end = useMutation(trpc.session.endOthers.mutationOptions({ onSettled: () => router.refresh() }));
  return (
    <div className="grid justify-items-start gap-3">
      <ConfirmDialog
        trigger="Sign out all others"
        disabled={end.isPending}
        title="Sign out everywhere else?"
        confirmLabel="Sign out all others"
        onConfirm={async () => {
          await end.mutateAsync().catch(() => undefined);
        }}
      >
        <p>
          Every other browser that is signed in with your address must ask for a new link. This one stays signed in.
        </p>
      </ConfirmDialog>
      {end.error ? <Notice tone="error" title={end.error.message} /> : null}
    </div>
  );
}
