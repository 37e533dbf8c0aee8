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
}: {
  company: string;
  quarter: string;
  title: string;
  maySend: boolean;
  consequence: string;
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
            title={`Send the ${title.toLowerCase()}?`}
            confirmLabel="Send the reminder"
            onConfirm={async () => {
              await remind.mutateAsync({ company, quarter }).catch(() => undefined);
            }}
          >
            <p>
              Everyone who has not collected a ballot gets one mail with the same eight words. There are two reminders
              in a cycle, at least a day apart.
            </p>
          </ConfirmDialog>
        }
      />
      <LiveRegion message={message} />
    </>
  );
}
