"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { breakGlassLimit, requireSignOnInput } from "@/domain/sign-on";
import { useTRPC } from "@/trpc/react";
import { Checkbox } from "@/ui/kit/checkbox";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { FieldError } from "@/ui/kit/field";
import { Notice } from "@/ui/kit/notice";
import { refusals } from "@/ui/settings/refusal";

type Problem = { field: string | null; message: string };

/** Names the admins who may still come by mail, and switches the requirement. */
export function RequireForm({
  company,
  required,
  admins,
  breakGlass,
  cameThroughIt,
}: {
  company: { slug: string; name: string };
  required: boolean;
  admins: readonly { id: string; name: string; email: string }[];
  breakGlass: readonly string[];
  cameThroughIt: boolean;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [named, setNamed] = useState<readonly string[]>(breakGlass);
  const [problem, setProblem] = useState<Problem | null>(null);
  const outcome = {
    onMutate: () => setProblem(null),
    onError: (error: Parameters<typeof refusals>[0]) => setProblem(refusals(error)[0] ?? null),
    onSuccess: () => router.refresh(),
  };
  const demand = useMutation(trpc.signOn.require.mutationOptions(outcome));
  const stop = useMutation(trpc.signOn.stopRequiring.mutationOptions(outcome));
  const ask = async () => {
    const input = requireSignOnInput.safeParse({ breakGlass: named });
    if (!input.success) setProblem({ field: "breakGlass", message: input.error.issues[0]?.message ?? "" });
    else await demand.mutateAsync({ company: company.slug, ...input.data }).catch(() => undefined);
  };
  const atField = problem?.field === "breakGlass";
  return (
    <div className="grid gap-4">
      <fieldset aria-describedby={atField ? "break-glass-error" : undefined}>
        <legend className="mb-1 font-medium">Admins who may still come by mail, one or two</legend>
        {admins.map(({ id, name, email }) => (
          <Checkbox
            key={id}
            id={`break-glass-${id}`}
            label={name}
            hint={email}
            checked={named.includes(id)}
            disabled={!named.includes(id) && named.length >= breakGlassLimit}
            onChange={(event) => setNamed(event.target.checked ? [...named, id] : named.filter((it) => it !== id))}
          />
        ))}
        {atField ? <FieldError id="break-glass-error">{problem.message}</FieldError> : null}
      </fieldset>
      {problem && !atField ? <Notice tone="error" title={problem.message} /> : null}
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog
          trigger={required ? "Save who may still come by mail" : "Require single sign-on"}
          disabled={demand.isPending || !cameThroughIt}
          title={required ? "Change who may still come by mail?" : `Require single sign-on for ${company.name}?`}
          confirmLabel={required ? "Change it" : "Require it"}
          onConfirm={ask}
        >
          <p>
            {required
              ? "Admins whom you take off the list need the provider from now on."
              : "Everybody who is signed in by mail has to sign in again through your provider, at once. The admins you named do not."}
          </p>
        </ConfirmDialog>
        {required ? (
          <ConfirmDialog
            trigger="Stop requiring it"
            triggerVariant="quiet"
            disabled={stop.isPending}
            title="Stop requiring single sign-on?"
            confirmLabel="Stop requiring it"
            confirmVariant="danger"
            onConfirm={async () => {
              await stop.mutateAsync({ company: company.slug }).catch(() => undefined);
            }}
          >
            <p>Links by mail lead into the company again, for every member.</p>
          </ConfirmDialog>
        ) : null}
      </div>
    </div>
  );
}
