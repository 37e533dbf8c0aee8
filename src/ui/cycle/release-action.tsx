"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { quarterLabel } from "@/domain/quarter";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { ActionRow } from "./action-row";

/** Releases the reports: to the leaders now, to the board once its hours are over. */
export function ReleaseAction({
  company,
  quarter,
  consequence,
  mayRelease,
  boardDelayHours,
}: {
  company: string;
  quarter: string;
  consequence: string;
  mayRelease: boolean;
  boardDelayHours: number;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const release = useMutation(trpc.cycle.release.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <ActionRow
      title="Release"
      consequence={consequence}
      error={release.error?.message}
      action={
        <ConfirmDialog
          trigger="Release"
          triggerVariant={mayRelease ? "primary" : "secondary"}
          disabled={!mayRelease || release.isPending}
          title={`Release ${quarterLabel(quarter)}?`}
          confirmLabel="Release the reports"
          onConfirm={async () => {
            await release.mutateAsync({ company, quarter }).catch(() => undefined);
          }}
        >
          <p>
            The leaders can read their reports at once. The board page opens for the board {boardDelayHours} hours
            later. You as an admin read no scores.
          </p>
          <p className="font-medium text-ink">It cannot be undone.</p>
        </ConfirmDialog>
      }
    />
  );
}
