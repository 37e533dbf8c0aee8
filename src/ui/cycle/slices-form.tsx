"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { chosenSlicesSchema, type SliceName } from "@/domain/roster";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";
import { offeredSlices, SliceBoxes } from "./slice-boxes";

/** Which splits of the roster a draft will report on. */
export function SlicesForm({
  company,
  quarter,
  choices,
  chosen,
}: {
  company: string;
  quarter: string;
  /** Dimensions the roster has values for. */
  choices: readonly SliceName[];
  chosen: readonly SliceName[];
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.infer<typeof chosenSlicesSchema>>({
    resolver: zodResolver(chosenSlicesSchema),
    values: { sliceNames: [...chosen] },
  });
  const save = useMutation(
    trpc.cycle.setSlices.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { sliceNames: "sliceNames" }),
    }),
  );
  const { errors } = form.formState;
  if (offeredSlices(choices, chosen).length === 0) {
    return (
      <p className="mt-1 text-ink-2">
        The roster has no team, site or tenure. Add such a column to its file if leaders should read scores by team.
      </p>
    );
  }
  return (
    <form
      noValidate
      className="mt-1 grid gap-3"
      onSubmit={form.handleSubmit((values) =>
        save.mutate({ company, quarter, ...values, seen: { sliceNames: [...chosen] } }),
      )}
    >
      <p className="text-ink-2">
        Optional. Leaders then read scores by team too, one split at a time. Each value needs 8 invited engineers. Fixed
        for good when the cycle opens.
      </p>
      <SliceBoxes id="slice" choices={choices} chosen={chosen} register={() => form.register("sliceNames")} />
      {(errors.sliceNames?.message ?? errors.root?.message) ? (
        <Notice tone="error" title={errors.sliceNames?.message ?? errors.root?.message ?? ""} />
      ) : null}
      <div>
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save the split"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
