"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";

/** Signs out one other browser; signing in again is all it takes to undo it, so it does not ask first. */
export function EndSession({ sessionId, of }: { sessionId: string; of: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const end = useMutation(trpc.session.end.mutationOptions({ onSettled: () => router.refresh() }));
  return (
    <Button
      variant="quiet"
      className="-ml-3.5 sm:ml-0"
      disabled={end.isPending}
      onClick={() => end.mutate({ sessionId })}
    >
      Sign out<VisuallyHidden> the session {of}</VisuallyHidden>
    </Button>
  );
}
