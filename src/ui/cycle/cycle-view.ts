import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/react";

type Wire = ReturnType<typeof useTRPC>;

/** One cycle as its admin may see it. */
export type CycleView = inferOutput<Wire["cycle"]["get"]>;
/** One line of the list of cycles. */
export type CycleLine = inferOutput<Wire["cycle"]["list"]>[number];

/** The page of a cycle: norrvik and 2026-Q2 → /norrvik/cycles/2026-q2. */
export const cyclePath = (company: string, quarter: string): string => `/${company}/cycles/${quarter.toLowerCase()}`;
