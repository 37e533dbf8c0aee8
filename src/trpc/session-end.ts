import { useSyncExternalStore } from "react";

let ended = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (next === ended) return;
  ended = next;
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const isSignInFirst = (error: unknown): boolean =>
  (error as { data?: { code?: unknown } | null } | null)?.data?.code === "UNAUTHORIZED";

/** What the wire's answers say about the session: that it has ended, or by answering that there is one again. */
export const watchSession = {
  onError: (error: unknown) => {
    if (isSignInFirst(error)) set(true);
  },
  onSuccess: () => set(false),
};

/** Whether the last thing that was asked on this page was refused because the session has ended. */
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => ended,
    () => false,
  );
