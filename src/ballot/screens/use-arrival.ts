import { useEffect, useRef } from "preact/hooks";
import { type Page, pageAnnouncement } from "../pages";

/** On every new page: top of the page, focus on its heading, its name said and put in the title; and a warning before unsent answers are left. */
export function useArrival(
  view: string,
  withdrawn: boolean,
  index: number,
  pages: readonly Page[],
  unsent: boolean,
): void {
  const arrived = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving is a change of place, not of answers
  useEffect(() => {
    const heading = document.querySelector("h1");
    const page = pages[Math.min(index, pages.length - 1)];
    const words =
      view === "pages" && page
        ? pageAnnouncement(page, Math.min(index, pages.length - 1), pages.length)
        : (heading?.textContent ?? "");
    document.title = `${words} – Tandem`;
    if (!arrived.current) {
      arrived.current = true;
      return;
    }
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
    const announcement = document.getElementById("announcement");
    if (announcement) announcement.textContent = words;
  }, [view, withdrawn, index]);

  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsent]);
}
