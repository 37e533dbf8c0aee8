"use client";

import { useMutation } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { useTRPC } from "@/trpc/react";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { type RatingAnswers, ratingsOf, type Value, withAnswer } from "./answers-state";
import { readDraft, writeDraft } from "./rating-draft";
import { RatingIntro } from "./rating-intro";
import { type RatingKey, type RatingName, ratingKey } from "./rating-key";
import { SectionForm } from "./section-form";
import type { AnswerWords, Question, Section } from "./sections";

/** A leader's form. The section being shown is in the address; each is saved as a whole when the leader continues. */
export function RatingForm({
  company,
  quarter,
  closesAt,
  timeZone,
  expected,
  saved,
  sections,
  words,
}: {
  company: string;
  quarter: string;
  closesAt: Date;
  timeZone: string;
  expected: readonly RatingName[];
  saved: RatingAnswers;
  sections: readonly Section[];
  words: Record<Question["answers"], AnswerWords>;
}) {
  const trpc = useTRPC();
  const path = usePathname();
  const shown = useSearchParams().get("section");
  const index = sections.findIndex(({ key }) => key === shown);
  const [answers, setAnswers] = useState(saved);
  const [unsaved, setUnsaved] = useState<ReadonlySet<RatingKey>>(new Set());
  const [found, setFound] = useState(false);
  const [message, say] = usePassingMessage();
  const save = useMutation(trpc.rating.save.mutationOptions());

  useEffect(() => {
    const draft = readDraft(company, quarter, expected.map(ratingKey));
    const keys = Object.keys(draft) as RatingKey[];
    if (keys.length === 0) return;
    setAnswers((held) => ({ ...held, ...draft }));
    setUnsaved(new Set(keys));
    setFound(true);
  }, [company, quarter, expected]);
  useEffect(() => {
    if (unsaved.size === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);

  const show = (section: string | null) => {
    save.reset();
    window.history.pushState(null, "", section ? `${path}?section=${section}` : path);
    window.scrollTo(0, 0);
  };
  const answer = (question: Question, value: Value) => {
    setAnswers((held) => withAnswer(held, question, value));
    setUnsaved((keys) => new Set([...keys, ...question.ratings]));
  };
  const saveRating = async (key: RatingKey) => {
    const rating = expected.find((each) => ratingKey(each) === key);
    const content = answers[key] ?? { items: {}, activities: {} };
    if (!rating) return;
    writeDraft(company, quarter, key, content);
    await save.mutateAsync({ company, quarter, kind: rating.kind, seat: rating.seat, answers: content });
    writeDraft(company, quarter, key, null);
  };
  const saveSection = async (section: Section) => {
    // What was left unsaved in other sections goes along.
    const keys = new Set([...ratingsOf(section), ...unsaved]);
    try {
      for (const key of keys) await saveRating(key);
    } catch {
      return;
    }
    setUnsaved(new Set());
    setFound(false);
    say("Saved");
    show(sections[index + 1]?.key ?? "saved");
  };

  const section = sections[index];
  return (
    <div className="max-w-[560px]">
      {found ? (
        <div className="mb-5">
          <Notice tone="caution" title="Some answers were not saved the last time.">
            <p>
              They were kept on this device and stand in the form again. They are saved with the next section you save.
            </p>
          </Notice>
        </div>
      ) : null}
      {section ? (
        <SectionForm
          sections={sections}
          index={index}
          answers={answers}
          words={words}
          saving={save.isPending}
          error={save.error?.message ?? null}
          onAnswer={answer}
          onSave={() => void saveSection(section)}
          onBack={() => show(sections[index - 1]?.key ?? null)}
        />
      ) : (
        <RatingIntro
          sections={sections}
          answers={answers}
          self={expected.filter(({ kind }) => kind === "self").map(({ seat }) => seat)}
          partner={expected.find(({ kind }) => kind === "partner")?.seat ?? null}
          closesAt={closesAt}
          timeZone={timeZone}
          done={shown === "saved"}
          onOpen={(position) => show(sections[position]?.key ?? null)}
        />
      )}
      <LiveRegion message={message} />
    </div>
  );
}
