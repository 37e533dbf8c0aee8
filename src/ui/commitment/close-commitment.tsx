"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";
import type { DeskProps } from "./plan-desk";

const outcomes = [
  { outcome: "kept", title: "Mark it as kept?", label: "Mark as kept", meaning: "You say that you did it." },
  {
    outcome: "dropped",
    title: "Mark it as dropped?",
    label: "Mark as dropped",
    meaning: "You say that you will not do it.",
  },
] as const;

/** The leader's own word on a shared commitment; engineers and the board read it. */
export function CloseCommitment({ company, reference }: DeskProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const close = useMutation(
    // The page that comes back has no form for what is closed; until then the focus stays on the button.
    trpc.commitment.close.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div className="grid gap-3">
      {/* The button that was pressed is gone: reading and the keyboard go on here. */}
      <p ref={words} tabIndex={-1} className="text-ink-2">
        Your own word. It stands beside what engineers say, for them and for the board. A dropped one is not asked
        about.
      </p>
      <div className="flex flex-wrap gap-2">
        {outcomes.map(({ outcome, title, label, meaning }) => (
          <ConfirmDialog
            key={outcome}
            trigger={label}
            title={title}
            confirmLabel={label}
            disabled={close.isPending || close.isSuccess}
            onConfirm={async () => {
              await close.mutateAsync({ company, ...reference, outcome }).catch(() => undefined);
            }}
          >
            <p>{meaning} Engineers and the board read it beside your words.</p>
            <p className="font-medium text-ink">It cannot be undone.</p>
          </ConfirmDialog>
        ))}
      </div>
      {close.error ? <Notice tone="error" title={close.error.message} /> : null}
    </div>
  );
}
