"use client";

import { Button } from "@/ui/kit/button";
import { ErrorState } from "@/ui/kit/error-state";

export default function SiteError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main className="mx-auto max-w-[640px] p-6">
      <ErrorState
        reference={error.digest}
        action={
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      />
    </main>
  );
}
