import { useEffect, useState } from "preact/hooks";
import { castsFromOf, type Window } from "@/domain/windows";
import { type CyclePage, windowNow } from "./visit";

/** Longest time a browser's timer can wait. */
const longestWait = 2 ** 31 - 1;

/** The window of the cycle now; the page that stands open when the second begins goes on by itself. */
export function useWindow(cycle: CyclePage): Window {
  const [looks, look] = useState(0);
  const window = windowNow(cycle);
  useEffect(() => {
    const castsFrom = castsFromOf(cycle.manifest.windows);
    if (window !== "claims" || !castsFrom) return;
    const wait = castsFrom.getTime() - Date.now() - cycle.ahead;
    const timer = setTimeout(() => look(looks + 1), Math.min(wait, longestWait));
    return () => clearTimeout(timer);
  }, [cycle, window, looks]);
  return window;
}
