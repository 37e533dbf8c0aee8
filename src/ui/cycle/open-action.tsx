"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { quarterLabel } from "@/domain/quarter";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { ActionRow } from "./action-row";
import { momentText } from "./dates";

/** Opens a draft, after the company's name is typed. Cannot be undone. */
export function OpenAction({
  company,
  companyName,
  quarter,
  invited,
  mayOpen,
  castsFrom,
  timeZone,
}: {
  company: string;
  companyName: string;
  quarter: string;
  invited: number;
  mayOpen: boolean;
  /** Null in one sitting. */
  castsFrom: Date | null;
  timeZone: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const open = useMutation(trpc.cycle.open.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <ActionRow
      title="Open"
      consequence={
        mayOpen
          ? "From here roster, wording and groups cannot change. A closed cycle never reopens."
          : "Not yet: something in the anonymity check stops it."
      }
      error={open.error?.message}
      action={
        <ConfirmDialog
          trigger={open.isPending ? "Opening…" : "Open"}
          triggerVariant="primary"
          disabled={!mayOpen || open.isPending}
          title={`Open ${quarterLabel(quarter)}?`}
          confirmLabel="Open the cycle"
          typedWord={companyName}
          onConfirm={async () => {
            await open.mutateAsync({ company, quarter }).catch(() => undefined);
          }}
        >
          <p>
            {invited} invitations go out now. From here roster, wording and groups cannot change. A closed cycle never
            reopens.
          </p>
          {castsFrom ? (
            <p>
              Two windows: ballots are collected until {momentText(castsFrom, timeZone)}, and sealed from then on. Who
              has not collected one by then cannot answer.
            </p>
          ) : (
            <p>One sitting: ballots are collected, answered and sealed in one visit.</p>
          )}
          <p className="font-medium text-ink">It cannot be undone.</p>
        </ConfirmDialog>
      }
    />
  );
}
