import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/api/root";

/** What the wire answers about one import. */
export type ImportView = inferRouterOutputs<AppRouter>["roster"]["import"];
/** What the wire answers about the present roster. */
export type RosterView = inferRouterOutputs<AppRouter>["roster"]["list"];
