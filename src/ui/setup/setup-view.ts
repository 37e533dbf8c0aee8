import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/react";

/** What the checklist shows: the state of each of its six steps. */
export type SetupView = inferOutput<ReturnType<typeof useTRPC>["company"]["setup"]>;
