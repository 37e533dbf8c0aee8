"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { ActionRow } from "./action-row";

/** Switches the reminders that go out by themselves off and on again. */
export function PlannedRemindersAction({ company, quarter, on }: { company: string; quarter: string; on: boolean }) {
  const trpc = useTRPC();
  const router = useRouter();
  const set = useMutation(trpc.plan.setReminders.mutationOptions({ onSuccess: () => router.refresh() }));
  return (
    <ActionRow
      title="Planned reminders"
      consequence={
        on
          ? "From half-way on, every four days, at 09:00 on working days where each person is. At most three, and only to those who have not collected a ballot; the last of several goes to all."
          : "Switched off. Nothing goes out by itself."
      }
      error={set.error?.message}
      action={
        <Button disabled={set.isPending} onClick={() => set.mutate({ company, quarter, on: !on })}>
          {on ? "Switch off" : "Switch on"}
        </Button>
      }
    />
  );
}
