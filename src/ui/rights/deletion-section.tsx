"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { deletionGraceDays } from "@/domain/company-deletion";
import { useTRPC } from "@/trpc/react";
import { momentText } from "@/ui/cycle/dates";
import { Button } from "@/ui/kit/button";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";

type Props = { company: string; companyName: string; timeZone: string; dueAt: Date | null };

/** Asks for the deletion of the company, or calls it off while there is time. */
export function DeletionSection({ company, companyName, timeZone, dueAt }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const done = { onSuccess: () => router.refresh() };
  const request = useMutation(trpc.rights.requestDeletion.mutationOptions(done));
  const callOff = useMutation(trpc.rights.callOffDeletion.mutationOptions(done));
  const problem = request.error?.message ?? callOff.error?.message;
  return (
    <div className="grid justify-items-start gap-3">
      {dueAt ? (
        <>
          <Notice title={`${companyName} is deleted on ${momentText(dueAt, timeZone)}.`}>
            Until then everything works as before, but no new cycle can be opened. Everybody was told by mail.
          </Notice>
          <Button disabled={callOff.isPending} onClick={() => callOff.mutate({ company })}>
            {callOff.isPending ? "Calling off…" : "Call the deletion off"}
          </Button>
        </>
      ) : (
        <>
          <p className="text-ink-2">
            Everything goes: people, reports, comments, sealed ballots and their keys, the audit log. There are{" "}
            {deletionGraceDays} days to call it off. Everybody is told by mail.
          </p>
          <ConfirmDialog
            trigger={request.isPending ? "Asking…" : "Delete the company"}
            triggerVariant="danger"
            disabled={request.isPending}
            title={`Delete ${companyName}?`}
            confirmLabel={`Delete in ${deletionGraceDays} days`}
            confirmVariant="danger"
            typedWord={companyName}
            onConfirm={async () => {
              await request.mutateAsync({ company, name: companyName }).catch(() => undefined);
            }}
          >
            <p>
              In {deletionGraceDays} days everything of {companyName} is deleted. A cycle that is still open then ends
              without being counted, and its ballots can never be opened.
            </p>
            <p>Until then any admin can call it off on this page. Afterwards nobody can bring anything back.</p>
          </ConfirmDialog>
        </>
      )}
      {problem ? <Notice tone="error" title={problem} /> : null}
    </div>
  );
}
