"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { FieldError } from "@/ui/kit/field";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";

type Props = { company: string; domain: string; verified: boolean; missing: boolean };

/** Looks for a domain's proof, or takes a verified domain away. */
export function VerifyDomain({ company, domain, verified, missing }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const outcome = {
    onMutate: () => setProblem(null),
    onError: (error: { message: string }) => setProblem(error.message),
    onSuccess: () => router.refresh(),
  };
  const verify = useMutation(trpc.signOn.verifyDomain.mutationOptions(outcome));
  const forget = useMutation(trpc.signOn.forgetDomain.mutationOptions(outcome));
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {verified && !missing ? null : (
          <Button disabled={verify.isPending} onClick={() => verify.mutate({ company, domain })}>
            {verify.isPending ? "Looking…" : missing ? "Look again" : "Verify"}
            <VisuallyHidden> {domain}</VisuallyHidden>
          </Button>
        )}
        {verified ? (
          <ConfirmDialog
            trigger={
              <>
                Forget<VisuallyHidden> {domain}</VisuallyHidden>
              </>
            }
            triggerVariant="quiet"
            disabled={forget.isPending}
            title={`Forget that ${domain} is verified?`}
            confirmLabel="Forget it"
            confirmVariant="danger"
            onConfirm={async () => {
              await forget.mutateAsync({ company, domain }).catch(() => undefined);
            }}
          >
            <p>Your provider can sign in nobody of this domain until it is verified again. Sessions go on.</p>
          </ConfirmDialog>
        ) : null}
      </div>
      <div role="status">{problem ? <FieldError id={`proof-${domain}`}>{problem}</FieldError> : null}</div>
    </div>
  );
}
