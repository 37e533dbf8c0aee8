import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/api/root";

/** What each procedure answers, for components that are given it. */
export type Outputs = inferRouterOutputs<AppRouter>;
