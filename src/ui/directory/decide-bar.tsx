"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";
import { counted } from "@/ui/roster/number-words";
import { countsText } from "./directory-words";

type Counts = { people: number; join: number; move: number; leave: number; identity: number };
type Props = { company: string; comparison: string; counts: Counts };

/** Apply what waits, or discard it; each asks once more, in words. */
export function DecideBar({ company, comparison, counts }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  // Even a refusal brings a new comparison to look at.
  const done = { onSettled: () => router.refresh() };
  const apply = useMutation(trpc.directory.applyChanges.mutationOptions(done));
  const discard = useMutation(trpc.directory.discard.mutationOptions(done));
  const busy = apply.isPending || discard.isPending;
  const problem = apply.error?.message ?? discard.error?.message;
  const people = counted(counts.people, "person", "people");
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2 max-md:[&>*]:grow">
        <ConfirmDialog
          trigger={apply.isPending ? "Applying…" : `Apply to ${people}`}
          triggerVariant="primary"
          disabled={busy}
          title={`Apply to ${people}?`}
          confirmLabel="Apply"
          typedWord={counts.leave + counts.identity > 0 ? "apply" : undefined}
          onConfirm={async () => {
            await apply.mutateAsync({ company, comparison }).catch(() => undefined);
          }}
        >
          <p>{countsText(counts)}</p>
          <p>An open cycle keeps its roster. From now on small changes of the directory go through by themselves.</p>
        </ConfirmDialog>
        <ConfirmDialog
          trigger="Discard"
          triggerVariant="quiet"
          disabled={busy}
          title={`Leave the roster as it is for ${people}?`}
          confirmLabel="Discard"
          confirmVariant="danger"
          onConfirm={async () => {
            await discard.mutateAsync({ company, comparison }).catch(() => undefined);
          }}
        >
          <p>
            The roster stays as it is. You are asked again only when the directory wants something else for a person.
          </p>
          <p>The directory itself is not changed: mend it there, or the two stay apart.</p>
        </ConfirmDialog>
      </div>
      {problem ? <Notice tone="error" title={problem} /> : null}
    </div>
  );
}
