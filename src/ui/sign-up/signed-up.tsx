"use client";

import { useEffect, useRef } from "react";
import { LinkButton } from "@/ui/kit/link-button";

/** After signing up: where the link went, or how to get one. */
export function SignedUp({
  email,
  slug,
  linkSent,
  outboxHref,
}: {
  email: string;
  slug: string;
  linkSent: boolean;
  outboxHref: string | null;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="wrap-anywhere outline-none">
        {linkSent ? `A link is on its way to ${email}.` : "Your company is here, but the link could not be sent."}
      </h2>
      <p className="text-ink-2">
        {linkSent
          ? "It works once, for ten minutes, and leads to a set-up list of six steps. A first cycle takes about 20 minutes to set up; you can stop and go on at any step."
          : "Nothing is lost. Ask for a new link in a minute."}
      </p>
      <div>
        {linkSent ? (
          outboxHref && (
            <LinkButton href={outboxHref} variant="primary">
              Open the demo outbox
            </LinkButton>
          )
        ) : (
          <LinkButton href={`/sign-in?next=/${slug}/setup`} variant="primary">
            Send a new link
          </LinkButton>
        )}
      </div>
    </div>
  );
}
