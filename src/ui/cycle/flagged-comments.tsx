"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FlagReason } from "@/domain/comment";
import { useTRPC } from "@/trpc/react";
import { Card } from "@/ui/kit/card";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";

export type FlaggedComment = { flagId: string; reason: FlagReason; text: string };

const reasonWords: Record<FlagReason, string> = {
  "named-a-person": "Reported because it names a person",
  insult: "Reported as an insult",
};

/** Comments that a leader reported: an admin reads these and no others, and decides. */
export function FlaggedComments({
  company,
  quarter,
  comments,
}: {
  company: string;
  quarter: string;
  comments: readonly FlaggedComment[];
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const decide = useMutation(trpc.comment.decide.mutationOptions({ onSuccess: () => router.refresh() }));
  const decideOn = (flagId: string, decision: "remove" | "keep") => async () => {
    await decide.mutateAsync({ company, quarter, flagId, decision }).catch(() => undefined);
  };
  if (comments.length === 0) return null;
  return (
    <Card title="Reported comments">
      <p className="mt-1 text-xs leading-normal text-ink-3">
        A leader asks you to decide about these. You see no other comment and no score. Remove what names a person or
        insults; keep what is only uncomfortable.
      </p>
      <ul className="mt-3 grid gap-4">
        {comments.map(({ flagId, reason, text }) => (
          <li key={flagId} className="grid gap-2 border-t border-line pt-3">
            <p className="text-xs text-ink-3">{reasonWords[reason]}</p>
            <blockquote className="whitespace-pre-line border-l-2 border-line pl-3 text-ink-2 [overflow-wrap:anywhere]">
              {text}
            </blockquote>
            <div className="flex flex-wrap gap-2">
              <ConfirmDialog
                trigger="Remove"
                title="Remove this comment?"
                confirmLabel="Remove it"
                confirmVariant="danger"
                disabled={decide.isPending}
                onConfirm={decideOn(flagId, "remove")}
              >
                <p>Every reader will see “Removed” and the reason in its place, on the page and in exports.</p>
                <p className="font-medium text-ink">It cannot be undone.</p>
              </ConfirmDialog>
              <ConfirmDialog
                trigger="Keep"
                title="Keep this comment?"
                confirmLabel="Keep it"
                disabled={decide.isPending}
                onConfirm={decideOn(flagId, "keep")}
              >
                <p>It stays as it was written, and cannot be reported again.</p>
                <p className="font-medium text-ink">It cannot be undone.</p>
              </ConfirmDialog>
            </div>
          </li>
        ))}
      </ul>
      {decide.error ? (
        <div className="mt-3">
          <Notice tone="error" title={decide.error.message} />
        </div>
      ) : null}
    </Card>
  );
}
