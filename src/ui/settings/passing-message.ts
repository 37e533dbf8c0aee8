"use client";

import { useCallback, useEffect, useState } from "react";

const shownMilliseconds = 4000;

/** A short message for a live region, for example "Saved", that leaves again by itself. */
export function usePassingMessage(): [string | null, (message: string) => void] {
  const [shown, setShown] = useState<{ message: string } | null>(null);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown?.message ?? null, useCallback((message: string) => setShown({ message }), [])];
}
