"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { LiveRegion } from "@/ui/kit/live-region";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { ActionRow } from "./action-row";

/** Sends the next reminder. */
export function RemindAction({
  company,
  quarter,
  title,
  maySend,
  consequence,
  toAll,
}: {
  company: string;
  quarter: string;
  title: string;
  maySend: boolean;
  consequence: string;
  /** The last reminder goes to all. */
  toAll: "last" | "sealing" | false;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const remind = useMutation(
    trpc.cycle.remind.mutationOptions({
      onSuccess: () => {
        say("Reminder on its way");
        router.refresh();
      },
    }),
  );
  return (
    <>
      <ActionRow
        title={title}
        consequence={consequence}
        error={remind.error?.message}
        action={
          <ConfirmDialog
            trigger="Send"
            disabled={!maySend || remind.isPending}
            title="Send a reminder now?"
            confirmLabel="Send the reminder"
            onConfirm={async () => {
              await remind.mutateAsync({ company, quarter }).catch(() => undefined);
            }}
          >
            <p>
              {toAll === "sealing"
                ? "Everyone who was invited gets one mail with the same words and the same eight words of the fingerprint: nobody knows who has sealed. A cycle has at most three reminders, planned ones included."
                : toAll === "last"
                  ? "This is the last reminder. It goes to all on the roster, also to those who have collected a ballot, with the same words and the same eight words of the fingerprint. There is no other after it."
                  : "Everyone who has not collected a ballot gets one mail with the same eight words. By hand at most once in 14 days; with the planned ones at most three in a cycle, and the last goes to all."}
            </p>
          </ConfirmDialog>
        }
      />
      <LiveRegion message={message} />
    </>
  );
}
