"use client";

import { type ReactNode, useState } from "react";
import { Icon } from "@/ui/kit/icon";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";

/** Controls of a step that was done when the page loaded, folded away; a step that gets done meanwhile stays open. */
export function SetupFold({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  const [folds] = useState(done);
  const [open, setOpen] = useState(false);
  if (!folds) return children;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="button inline-flex list-none [&::-webkit-details-marker]:hidden">
        {open ? "Hide" : "Change"}
        <VisuallyHidden> {title}</VisuallyHidden>
        <Icon name="chevron-down" />
      </summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}
