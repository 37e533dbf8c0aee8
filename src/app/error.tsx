"use client";

import { Button } from "@/ui/kit/button";
import { ErrorState } from "@/ui/kit/error-state";
import { PublicShell } from "@/ui/shell/public-shell";

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PublicShell width="text">
      <ErrorState reference={error.digest} action={<Button onClick={reset}>Try again</Button>} />
    </PublicShell>
  );
}
