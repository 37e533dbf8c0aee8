import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { watchSession } from "./session-end";

/** Without a connection a request fails at once: one that waited would be sent later, when nobody looks. */
const networkMode = "always";

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache(watchSession),
    mutationCache: new MutationCache(watchSession),
    defaultOptions: { queries: { staleTime: 30_000, retry: 1, networkMode }, mutations: { retry: false, networkMode } },
  });
