"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { countWords, maxStatementWords, statementSchema } from "@/domain/board-words";
import type { Seat } from "@/domain/seat";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextArea } from "@/ui/kit/text-area";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

const schema = z.object({ text: statementSchema });

/** A leader's words for the board page, with a count; left empty they are taken back. */
export function StatementForm({
  company,
  quarter,
  seat,
  text,
}: {
  company: string;
  quarter: string;
  seat: Seat;
  text: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    mode: "onChange",
    defaultValues: { text },
  });
  const save = useMutation(
    trpc.statement.save.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { text: "text" }),
    }),
  );
  const typed = useWatch({ control: form.control, name: "text" });
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.handleSubmit((values) => save.mutate({ company, quarter, seat, text: values.text }))}
    >
      <TextArea
        id="statement"
        label="To the board"
        defaultValue={text}
        rows={7}
        hint={
          <>
            What you take from it and what you will do. Left empty, nothing of yours stands on the page.{" "}
            <span className="num">
              {countWords(typed ?? "")} of {maxStatementWords} words.
            </span>
          </>
        }
        error={errors.text?.message}
        {...form.register("text")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" variant="primary" disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save the words"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
