"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTRPC } from "@/trpc/react";

const milliseconds = 2000;

/** Asks every two seconds until the ballots are counted or the mails are out, and then shows the page anew. */
export function WaitForCycle({
  company,
  quarter,
  until,
  message,
}: {
  company: string;
  quarter: string;
  until: "counted" | "delivered";
  message: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data, error } = useQuery(
    trpc.cycle.get.queryOptions(
      { company, quarter },
      {
        staleTime: 0,
        refetchInterval: (query) => {
          const cycle = query.state.data;
          return cycle && (until === "counted" ? cycle.tallied : cycle.delivery.waiting === 0) ? false : milliseconds;
        },
      },
    ),
  );
  const ready = data !== undefined && (until === "counted" ? data.tallied : data.delivery.waiting === 0);
  const sent = data?.delivery.sent;
  useEffect(() => {
    if (ready) router.refresh();
  }, [ready, router]);
  return (
    <p role="status" aria-live="polite" className="leading-normal text-ink-2">
      {ready
        ? "Done."
        : error
          ? "The connection is interrupted. This page asks again by itself."
          : until === "delivered" && sent !== undefined
            ? `${message} ${sent} sent so far.`
            : message}
    </p>
  );
}
