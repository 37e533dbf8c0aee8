import type { ReactNode } from "react";
import { Notice } from "@/ui/kit/notice";

/** One next step: its name, its consequence, its button, and why it failed if it did. */
export function ActionRow({
  title,
  consequence,
  action,
  error,
}: {
  title: string;
  consequence: ReactNode;
  action: ReactNode;
  error?: string | undefined;
}) {
  return (
    <div className="border-t border-line py-3.5 first-of-type:border-t-0 last:pb-0">
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <h3 className="font-medium">{title}</h3>
          <p className="max-w-[44ch] text-xs leading-normal text-ink-3">{consequence}</p>
        </div>
        <div className="shrink-0">{action}</div>
      </div>
      {error ? (
        <div className="mt-2">
          <Notice tone="error" title={error} />
        </div>
      ) : null}
    </div>
  );
}
