"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type FlagReason, flagReasons } from "@/domain/comment";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { RadioGroup } from "@/ui/kit/radio-group";

/** Reports one comment to the admins, after saying what that means. */
export function ReportComment({
  company,
  quarter,
  commentId,
}: {
  company: string;
  quarter: string;
  commentId: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [reason, setReason] = useState<FlagReason>("named-a-person");
  const flag = useMutation(trpc.comment.flag.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <div className="no-print mt-1">
      <ConfirmDialog
        trigger="Report this comment"
        triggerVariant="quiet"
        title="Report this comment?"
        confirmLabel="Let an admin decide"
        onConfirm={async () => {
          await flag.mutateAsync({ company, quarter, commentId, reason }).catch(() => undefined);
        }}
      >
        <p>
          Comments are for you alone. To decide, the admins will read <b className="font-medium text-ink">this one</b>,
          without your scores or any other comment. They keep it, or every reader sees “Removed” in its place.
        </p>
        <RadioGroup
          id={`reason-${commentId}`}
          name={`reason-${commentId}`}
          legend="What is wrong with it?"
          options={[
            { value: "named-a-person", label: "It names a person", hint: "A colleague, or who the writer is" },
            { value: "insult", label: "It is an insult", hint: "Criticism is not; that is what comments are for" },
          ]}
          defaultValue={reason}
          onChange={({ target }) => setReason(flagReasons.find((candidate) => candidate === target.value) ?? reason)}
        />
        <p className="font-medium text-ink">It cannot be taken back.</p>
      </ConfirmDialog>
      {flag.error ? (
        <p role="alert" className="text-xs text-error">
          {flag.error.message}
        </p>
      ) : null}
    </div>
  );
}
