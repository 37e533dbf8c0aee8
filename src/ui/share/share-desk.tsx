"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "@/ui/kit/button";
import type { ShareFormProps } from "./share-form";

// The board page is read far more often than it is shared: the form comes when it is asked for.
const ShareForm = lazy(() => import("./share-form"));

/** The way from reading the board page to sharing it. */
export function ShareDesk(props: ShareFormProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>New link</Button>
      </div>
    );
  }
  return (
    <Suspense fallback={<p aria-busy="true">Loading the form…</p>}>
      <ShareForm {...props} />
    </Suspense>
  );
}
