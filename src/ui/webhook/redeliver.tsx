"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";
import { useRefreshSoon } from "./refresh-soon";

/** Sends one delivery again. */
export function Redeliver({ company, deliveryId, what }: { company: string; deliveryId: string; what: string }) {
  const trpc = useTRPC();
  const refreshSoon = useRefreshSoon();
  const again = useMutation(trpc.webhook.redeliver.mutationOptions({ onSuccess: refreshSoon }));
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        variant="quiet"
        className="whitespace-nowrap"
        disabled={again.isPending}
        onClick={() => again.mutate({ company, deliveryId })}
      >
        Send again<VisuallyHidden>: {what}</VisuallyHidden>
      </Button>
      {again.error ? <Notice tone="error" title={again.error.message} /> : null}
    </div>
  );
}
