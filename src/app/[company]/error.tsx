"use client";

import { Button } from "@/ui/kit/button";
import { ErrorState } from "@/ui/kit/error-state";

export default function CompanyError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <ErrorState
      reference={error.digest}
      action={
        <Button variant="primary" onClick={() => retry()}>
          Try again
        </Button>
      }
    />
  );
}
