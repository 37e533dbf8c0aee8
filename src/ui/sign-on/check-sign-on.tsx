"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";

const words = {
  right: { tone: "ok", label: "Right" },
  wrong: { tone: "error", label: "Wrong" },
  unknown: { tone: "neutral", label: "Not known" },
} as const;

/** Tries the stored connection and lists what was found, step by step. */
export function CheckSignOn({ company }: { company: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const check = useMutation(trpc.signOn.check.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div>
        <Button disabled={check.isPending} onClick={() => check.mutate({ company })}>
          {check.isPending ? "Checking…" : "Check the connection"}
        </Button>
      </div>
      <div role="status" className="grid gap-2">
        {check.isPending ? <p className="text-ink-2">Asking the provider. This takes up to half a minute.</p> : null}
        {check.data && !check.isPending ? (
          <ul className="grid gap-2">
            {check.data.map(({ state, text }) => (
              <li key={text} className="grid gap-1 sm:grid-cols-[96px_minmax(0,1fr)]">
                <span>
                  <Tag tone={words[state].tone}>{words[state].label}</Tag>
                </span>
                <span className="text-ink-2 wrap-anywhere">{text}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {check.error ? <Notice tone="error" title={check.error.message} /> : null}
    </div>
  );
}
