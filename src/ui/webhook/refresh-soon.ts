import { useRouter } from "next/navigation";

/** Long enough for an attempt that works to be in the log. */
const attemptMilliseconds = 3000;

/** Asks for the page anew, at once and when an attempt that was just queued has had its time. */
export function useRefreshSoon(): () => void {
  const router = useRouter();
  return () => {
    router.refresh();
    setTimeout(() => router.refresh(), attemptMilliseconds);
  };
}
