"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/ui/kit/button";
import { LinkButton } from "@/ui/kit/link-button";

/** The same words for every address, known or not. */
export function LinkSent({
  address,
  outboxHref,
  onAgain,
}: {
  /** Null where the page was reached without scripts: the address is not in its URL. */
  address: string | null;
  outboxHref: string | null;
  onAgain?: (() => void) | undefined;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrivedByForm = onAgain !== undefined;
  useEffect(() => {
    if (arrivedByForm) heading.current?.focus();
  }, [arrivedByForm]);
  return (
    <div className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="outline-none">
        If {address ?? "this address"} has an account, a link is on its way.
      </h2>
      <p className="text-ink-2">
        It works once, for ten minutes. Open it on this device, and press the button on the page behind it. If nothing
        comes, look into the spam folder, or ask an admin of your company whether this address is the right one.
      </p>
      <div className="flex flex-wrap gap-2">
        {outboxHref ? (
          <LinkButton href={outboxHref} variant="primary">
            Open the demo outbox
          </LinkButton>
        ) : null}
        {onAgain ? (
          <Button onClick={onAgain}>Use another address</Button>
        ) : (
          <LinkButton href="/sign-in">Use another address</LinkButton>
        )}
      </div>
    </div>
  );
}
