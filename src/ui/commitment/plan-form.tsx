"use client";

import { WireProvider } from "@/trpc/react";
import { CloseCommitment } from "./close-commitment";
import { CommitmentForm } from "./commitment-form";
import type { DeskProps } from "./plan-desk";

/** Writes a draft and shares it, or closes what was shared; fetched only when a leader asks for it. */
export default function PlanForm(props: DeskProps & { onDone: () => void }) {
  return (
    <WireProvider>
      {props.entry?.state === "shared" ? <CloseCommitment {...props} /> : <CommitmentForm {...props} />}
    </WireProvider>
  );
}
