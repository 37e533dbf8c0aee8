"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { countWords, headlineSchema, maxHeadlineWords, questionSchema } from "@/domain/board-words";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { TextArea } from "@/ui/kit/text-area";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { showRefusal } from "@/ui/settings/refusal";

const boardWordsSchema = z.object({ headline: headlineSchema, question: questionSchema });

/** The admin's one sentence and one question on the board page; left empty, the suggested sentence stands there. */
export function BoardWordsForm({
  company,
  quarter,
  headline,
  question,
  suggestion,
  fromResults,
}: {
  company: string;
  quarter: string;
  headline: string | null;
  question: string | null;
  suggestion: string | null;
  /** Whether the suggestion is made from the results; somebody who may not read them is offered who sits where. */
  fromResults: boolean;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.infer<typeof boardWordsSchema>>({
    resolver: zodResolver(boardWordsSchema),
    mode: "onChange",
    defaultValues: { headline: headline ?? "", question: question ?? "" },
  });
  const save = useMutation(
    trpc.cycle.setBoardWords.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) => showRefusal(error, form.setError, { headline: "headline", question: "question" }),
    }),
  );
  const typed = useWatch({ control: form.control });
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="mt-3 grid gap-4"
      onSubmit={form.handleSubmit((values) =>
        save.mutate({
          company,
          quarter,
          headline: values.headline || null,
          question: values.question || null,
          seen: { headline, question },
        }),
      )}
    >
      <TextArea
        id="board-headline"
        label="Answer in one sentence"
        defaultValue={headline ?? ""}
        rows={3}
        hint={
          <>
            Are the two roles filled, and do they work as one team? Left empty, a sentence made from the results stands
            there.{" "}
            <span className="num">
              {countWords(typed.headline ?? "")} of {maxHeadlineWords} words.
            </span>
          </>
        }
        error={errors.headline?.message}
        {...form.register("headline")}
      />
      {suggestion && typed.headline !== suggestion ? (
        <div className="grid justify-items-start gap-2 rounded-md bg-sunken px-3.5 py-3">
          <p className="text-ink-2">Suggested: “{suggestion}”</p>
          {fromResults ? null : (
            <p className="text-xs leading-normal text-ink-3">
              It says who sits where and nothing of the results, which an admin does not read. The leaders read the
              sentence made from the results on the board page and can tell you.
            </p>
          )}
          <Button onClick={() => form.setValue("headline", suggestion, { shouldDirty: true, shouldValidate: true })}>
            Use it
          </Button>
        </div>
      ) : null}
      <TextArea
        id="board-question"
        label="One question for the board"
        defaultValue={question ?? ""}
        rows={3}
        hint={
          <>
            Something the board should talk about. May stay empty.{" "}
            <span className="num">{(typed.question ?? "").trim().length} of 240 characters.</span>
          </>
        }
        error={errors.question?.message}
        {...form.register("question")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save the words"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
