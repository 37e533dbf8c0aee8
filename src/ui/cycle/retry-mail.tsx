"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";

/** Queues the failed invitations again. */
export function RetryMail({ company, quarter, failed }: { company: string; quarter: string; failed: number }) {
  const trpc = useTRPC();
  const router = useRouter();
  const retry = useMutation(trpc.cycle.retryMail.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      <Button disabled={retry.isPending} onClick={() => retry.mutate({ company, quarter })}>
        {retry.isPending ? "Sending…" : failed === 1 ? "Send again" : `Send all ${failed} again`}
      </Button>
      {retry.error ? <Notice tone="error" title={retry.error.message} /> : null}
    </div>
  );
}
