import { useEffect, useState } from "preact/hooks";

export type View = "welcome" | "pages" | "activities" | "review" | "receipt" | "home" | "recover";
/** Where the reader is; `depth` counts the pages behind it, so that the arrow and the browser's back button agree. */
export type Route = { view: View; page: number; depth: number };

const isRoute = (state: unknown): state is Route =>
  typeof state === "object" && state !== null && "view" in state && "page" in state && "depth" in state;

/** The page shown, kept in the browser's history; never in the address. */
export function useRoute() {
  const [route, setRoute] = useState<Route>(() =>
    isRoute(history.state) ? history.state : { view: "welcome", page: 0, depth: 0 },
  );
  useEffect(() => {
    const onPop = (event: PopStateEvent) =>
      setRoute(isRoute(event.state) ? event.state : { view: "welcome", page: 0, depth: 0 });
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
  const show = (next: Route, how: "pushState" | "replaceState") => {
    history[how](next, "");
    setRoute(next);
  };
  return {
    route,
    go: (view: View, page = 0) => show({ view, page, depth: route.depth + 1 }, "pushState"),
    replace: (view: View, page = 0) => show({ view, page, depth: route.depth }, "replaceState"),
    back: (view: View, page = 0) => {
      if (route.depth > 0) history.back();
      else show({ view, page, depth: 0 }, "replaceState");
    },
  };
}

export type Navigation = ReturnType<typeof useRoute>;
