import type { ReactNode } from "react";
import { Notice } from "@/ui/kit/notice";

/** A signing secret, at the one time it is shown. */
export function SecretOnce({ secret, children }: { secret: string; children?: ReactNode }) {
  return (
    <Notice title="This is the signing secret. It is shown once: copy it now.">
      <input
        readOnly
        aria-label="Signing secret"
        className="control num mt-2 w-full"
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="mt-2">Your program checks with it that a message is from here, and was not sent before.</p>
      {children}
    </Notice>
  );
}
