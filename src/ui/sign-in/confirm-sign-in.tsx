"use client";

import { useEffect, useState } from "react";
import { Button } from "@/ui/kit/button";
import { LinkButton } from "@/ui/kit/link-button";
import { Notice } from "@/ui/kit/notice";
import { readLinkFragment, type SignInLink } from "./link-fragment";

type State = { kind: "reading" } | { kind: "nothing" } | { kind: "ready"; link: SignInLink };

/** The page behind a sign-in link: one button, because mail scanners open links but press nothing. */
export function ConfirmSignIn() {
  const [state, setState] = useState<State>({ kind: "reading" });
  const [sending, setSending] = useState(false);
  useEffect(() => {
    const read = () => {
      const link = readLinkFragment(window.location.hash);
      setState((before) => (link ? { kind: "ready", link } : before.kind === "ready" ? before : { kind: "nothing" }));
      // The token leaves the address bar, and with it the history and any screenshot.
      if (window.location.hash) window.history.replaceState(null, "", window.location.pathname);
    };
    const wake = () => setSending(false);
    read();
    window.addEventListener("hashchange", read);
    window.addEventListener("pageshow", wake);
    return () => {
      window.removeEventListener("hashchange", read);
      window.removeEventListener("pageshow", wake);
    };
  }, []);

  if (state.kind === "reading") {
    return (
      <>
        <p aria-busy="true" className="min-h-12 text-ink-2">
          Reading the link…
        </p>
        <noscript>
          <Notice tone="caution" title="This page needs JavaScript.">
            <p>
              The secret part of your link stands behind the “#”, which browsers send to no server. Only a script on
              this page can read it. Switch JavaScript on for this site and open the link again; it has not been used
              up.
            </p>
          </Notice>
        </noscript>
      </>
    );
  }
  if (state.kind === "nothing") {
    return (
      <div className="grid gap-4">
        <p className="text-ink-2">
          This page works with the link from your mail, and this address is not complete. Open the link again from the
          mail, or send a new one.
        </p>
        <LinkButton href="/sign-in" variant="primary" size="big">
          Send a new link
        </LinkButton>
      </div>
    );
  }
  const { token, email, next } = state.link;
  return (
    <form method="post" action="/api/auth/callback/email" className="grid gap-4" onSubmit={() => setSending(true)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="next" value={next} />
      <Button type="submit" variant="primary" size="big" className="wrap-anywhere" disabled={sending}>
        {sending ? "Signing in…" : `Sign in as ${email}`}
      </Button>
      <p className="text-ink-2">
        You stay signed in on this device for 14 days, or until you sign out or stay away for a week.
      </p>
    </form>
  );
}
