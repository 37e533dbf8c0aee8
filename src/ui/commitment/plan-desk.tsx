"use client";

import { lazy, Suspense, useState } from "react";
import type { CommitmentKind, CommitmentState } from "@/domain/commitment";
import type { Seat } from "@/domain/seat";
import { Button } from "@/ui/kit/button";
import type { PlanChoice } from "./plan-choice";

export type DeskProps = {
  company: string;
  reference: { quarter: string; seat: Seat; kind: CommitmentKind };
  entry: { state: CommitmentState; subject: string; action: string; dueOn: string } | null;
  choices: readonly PlanChoice[];
  days: { first: string; last: string };
};

// The report is read far more often than it is planned from: the form comes when it is asked for.
const PlanForm = lazy(() => import("./plan-form"));

const labelOf = ({ entry, reference }: DeskProps): string =>
  entry === null
    ? `Choose a ${reference.kind}`
    : entry.state === "draft"
      ? "Change or share it"
      : "Mark as kept or dropped";

/** The way from reading the plan to writing it. */
export function PlanDesk(props: DeskProps) {
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState(false);
  if (!open) {
    return (
      <div className="mt-1 print:hidden">
        {/* Who comes back from the form goes on at the button that opened it. */}
        <Button autoFocus={left} onClick={() => setOpen(true)}>
          {labelOf(props)}
        </Button>
      </div>
    );
  }
  return (
    <div className="mt-2 border-t border-line pt-3 print:hidden">
      <Suspense fallback={<p aria-busy="true">Loading the form…</p>}>
        <PlanForm
          {...props}
          onDone={() => {
            setLeft(true);
            setOpen(false);
          }}
        />
      </Suspense>
    </div>
  );
}
