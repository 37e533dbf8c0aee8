"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { type ReportOptions, reportOptionsInput } from "@/domain/report-options";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Checkbox } from "@/ui/kit/checkbox";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { usePassingMessage } from "./passing-message";

/** What leaders' reports show, and when. */
export function ReportOptionsForm({ company, options }: { company: string; options: ReportOptions }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<ReportOptions>({ resolver: zodResolver(reportOptionsInput), defaultValues: options });
  const save = useMutation(
    trpc.company.setReportOptions.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
    }),
  );
  return (
    <form
      noValidate
      className="mt-2 grid max-w-[480px] gap-4"
      onSubmit={form.handleSubmit((values) => save.mutate({ company, ...values }))}
    >
      <Checkbox
        id="reports-neutral"
        label="Neutral labels only"
        defaultChecked={options.neutralLabelsOnly}
        hint="The ten patterns stand without their names from the talk. Engineers and the board never see those names anyway."
        {...form.register("neutralLabelsOnly")}
      />
      <Checkbox
        id="reports-comments"
        label="Comments 24 hours after the release"
        defaultChecked={options.commentsAfterDay}
        hint="Leaders read the numbers first. Until then comments are neither on the page nor in its files, and a preview has none."
        {...form.register("commentsAfterDay")}
      />
      {save.error ? <Notice tone="error" title={save.error.message} /> : null}
      <div>
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save choices"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
