import type { ReactNode } from "react";

/** Something did not load; nothing was changed; try again, with a code to quote. */
export function ErrorState({
  title = "This did not load. Nothing was changed.",
  reference,
  action,
}: {
  title?: string | undefined;
  reference?: string | undefined;
  action?: ReactNode;
}) {
  return (
    <div role="alert" className="grid justify-items-start gap-2 rounded-lg border border-line bg-surface px-6 py-7">
      <h2>{title}</h2>
      {reference ? (
        <p className="text-ink-2">
          If it happens again, quote this code: <code className="font-mono text-xs">{reference}</code>
        </p>
      ) : null}
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
