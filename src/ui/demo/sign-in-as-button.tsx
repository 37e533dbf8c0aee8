"use client";

import { useState } from "react";
import { Button } from "@/ui/kit/button";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";
import { requestLink } from "@/ui/sign-in/request-link";

/** Asks for a real sign-in link for a person of the demo and goes to the outbox, where it arrives. */
export function SignInAsButton({ name, email, next }: { name: string; email: string; next: string }) {
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const send = async () => {
    setState("sending");
    const { outcome } = await requestLink(email, next);
    if (outcome === "sent") window.location.assign(`/dev/outbox?to=${encodeURIComponent(email)}`);
    else setState("failed");
  };
  return (
    <>
      <Button disabled={state === "sending"} onClick={send}>
        {state === "sending" ? "Sending…" : "Send a link"}
        <VisuallyHidden> to {name}</VisuallyHidden>
      </Button>
      {state === "failed" ? (
        <p role="alert" className="mt-1 text-xs text-error">
          Not sent. Try again.
        </p>
      ) : null}
    </>
  );
}
