"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";
import { counted } from "@/ui/roster/number-words";

/** Lets the directory go: the roster stays, and files lead it again. */
export function ReleaseDirectory({ company, people }: { company: string; people: number }) {
  const trpc = useTRPC();
  const router = useRouter();
  const release = useMutation(trpc.directory.release.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-measure text-ink-2">
        The roster stays as it is and can be led by files again. Revoke the key too, or the directory begins anew.
      </p>
      <ConfirmDialog
        trigger={release.isPending ? "Ending…" : "End the directory’s part"}
        triggerVariant="danger"
        disabled={release.isPending}
        title="End the directory’s part?"
        confirmLabel="End it"
        confirmVariant="danger"
        typedWord="end"
        onConfirm={async () => {
          await release.mutateAsync({ company }).catch(() => undefined);
        }}
      >
        <p>
          What the directory said about {counted(people, "person", "people")}, its groups and what they mean here are
          deleted. What waits is never applied. Nobody joins or leaves the roster by this.
        </p>
      </ConfirmDialog>
      {release.error ? <Notice tone="error" title={release.error.message} /> : null}
    </div>
  );
}
