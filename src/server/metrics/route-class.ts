export type RouteClass = "page" | "api" | "sign-in" | "static" | "probe";

/**
 * What kind of address a request asked for. Null for everything of the ballot: a figure read every 15 seconds is a list of
 * times, and the time of a cast is never stored. So the voting page, claims and casts are not counted, not even in a sum.
 */
export function routeClassOf(path: string): RouteClass | null {
  if (/^\/(ballot|api\/ballot|api\/claim)(\/|$)/.test(path)) return null;
  if (path === "/healthz" || path === "/readyz" || path === "/metrics") return "probe";
  if (path.startsWith("/api/auth/")) return "sign-in";
  if (path.startsWith("/api/") || path.startsWith("/scim/")) return "api";
  if (path.startsWith("/_next/") || /\.[a-z0-9]{2,5}$/i.test(path)) return "static";
  return "page";
}
