"use client";

import { useState } from "react";
import { dateText } from "@/ui/cycle/dates";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";

/** A key that was just made, the only time it is shown. */
export function NewApiKey({ token, expiresAt, timeZone }: { token: string; expiresAt: Date; timeZone: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(token).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Notice title="This is the key. It is shown once: copy it now.">
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <input
          readOnly
          aria-label="The new key"
          className="control num min-w-0 flex-1"
          value={token}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button type="button" variant="quiet" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <p className="mt-2">It works until {dateText(expiresAt, timeZone)}.</p>
    </Notice>
  );
}
