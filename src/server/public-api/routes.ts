import { companyRoutes } from "./company-routes";
import { cycleRoutes, participationRoutes } from "./cycle-routes";
import { reportRoutes } from "./report-routes";
import { rosterRoutes } from "./roster-routes";
import type { Route } from "./route";

/** Everything the public API does. The document and the door are made from this list and know nothing else. */
export const routes: readonly Route[] = [
  ...companyRoutes,
  ...rosterRoutes,
  ...cycleRoutes,
  ...participationRoutes,
  ...reportRoutes,
];

type Found =
  | { kind: "route"; route: Route; path: Record<string, string> }
  | { kind: "other-methods"; methods: string[] }
  | { kind: "nothing" };

/** The values of the parts in braces, or null for another address. */
function match(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith("{")) values[part.slice(1, -1)] = value;
    else if (part !== value) return null;
  }
  return values;
}

/** Which route an address below /api/v1 and a method mean. */
export function findRoute(method: string, path: string): Found {
  const here = routes.flatMap((route) => {
    const values = match(route.path, path);
    return values ? [{ route, path: values }] : [];
  });
  const found = here.find(({ route }) => route.method === method);
  if (found) return { kind: "route", ...found };
  return here.length > 0
    ? { kind: "other-methods", methods: here.map(({ route }) => route.method) }
    : { kind: "nothing" };
}
