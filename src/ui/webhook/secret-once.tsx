import type { ReactNode } from "react";
import { ShownOnce } from "@/ui/kit/shown-once";

/** A signing secret, at the one time it is shown. */
export function SecretOnce({ secret, children }: { secret: string; children?: ReactNode }) {
  return (
    <ShownOnce title="This is the signing secret. It is shown once: copy it now." label="Signing secret" value={secret}>
      <p className="mt-2">Your program checks with it that a message is from here, and was not sent before.</p>
      {children}
    </ShownOnce>
  );
}
