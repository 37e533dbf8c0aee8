"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { momentText } from "@/ui/cycle/dates";
import { Button } from "@/ui/kit/button";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";
import { usePassingMessage } from "@/ui/settings/passing-message";
import type { EndpointProps } from "./endpoint";
import { useRefreshSoon } from "./refresh-soon";
import { SecretOnce } from "./secret-once";

/** What can be done with one endpoint. */
export function WebhookActions({ company, endpoint, timeZone }: EndpointProps) {
  const { id: webhookId, name, signs, disabledReason } = endpoint;
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const refreshSoon = useRefreshSoon();
  const refresh = () => router.refresh();
  const test = useMutation(
    trpc.webhook.sendTest.mutationOptions({
      onSuccess: () => {
        say("A test is on its way. The log says how it went.");
        refreshSoon();
      },
    }),
  );
  const switchOn = useMutation(trpc.webhook.switchOn.mutationOptions({ onSuccess: refresh }));
  const rotate = useMutation(trpc.webhook.rotateSecret.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(trpc.webhook.remove.mutationOptions({ onSuccess: refresh }));
  const of = <VisuallyHidden> {name}</VisuallyHidden>;
  const at = { company, webhookId };
  const problem = test.error ?? switchOn.error ?? rotate.error ?? remove.error;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {disabledReason ? (
          <Button disabled={switchOn.isPending} onClick={() => switchOn.mutate(at)}>
            Switch on again{of}
          </Button>
        ) : (
          <Button disabled={test.isPending} onClick={() => test.mutate(at)}>
            Send a test{of}
          </Button>
        )}
        {signs ? (
          <ConfirmDialog
            trigger={<>New secret{of}</>}
            disabled={rotate.isPending}
            title={`Make a new secret for “${name}”?`}
            confirmLabel="Make a new secret"
            onConfirm={async () => {
              await rotate.mutateAsync(at).catch(() => undefined);
            }}
          >
            <p>
              For 24 hours every message is signed with both, so that your program can change over. Then the old one
              signs nothing any more.
            </p>
          </ConfirmDialog>
        ) : null}
        <ConfirmDialog
          trigger={<>Remove{of}</>}
          triggerVariant="quiet"
          disabled={remove.isPending}
          title={`Remove “${name}”?`}
          confirmLabel="Remove it"
          confirmVariant="danger"
          onConfirm={async () => {
            await remove.mutateAsync(at).catch(() => undefined);
          }}
        >
          <p>Nothing is told there any more, and its log goes with it. It cannot be undone; it can be added anew.</p>
        </ConfirmDialog>
      </div>
      <LiveRegion message={message} />
      {problem ? <Notice tone="error" title={problem.message} /> : null}
      <div role="status" className="empty:hidden">
        {rotate.data ? (
          <SecretOnce secret={rotate.data.secret}>
            <p className="mt-2">The old one signs too until {momentText(rotate.data.until, timeZone)}.</p>
          </SecretOnce>
        ) : null}
      </div>
    </div>
  );
}
