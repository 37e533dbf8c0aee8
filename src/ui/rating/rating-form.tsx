"use client";

import { useMutation } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useRef } from "react";
import { useTRPC } from "@/trpc/react";
import { LiveRegion } from "@/ui/kit/live-region";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { type RatingAnswers, ratingsOf } from "./answers-state";
import { RatingIntro } from "./rating-intro";
import { type RatingName, ratingKey } from "./rating-key";
import { RestoredLine } from "./restored-line";
import { SectionForm } from "./section-form";
import type { AnswerWords, Question, Section } from "./sections";
import { useRatingDraft } from "./use-rating-draft";

/** A leader's form. The section being shown is in the address; each is saved as a whole when the leader continues. */
export function RatingForm({
  company,
  member,
  quarter,
  closesAt,
  timeZone,
  expected,
  saved,
  sections,
  words,
}: {
  company: string;
  member: string;
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
  const draft = useRatingDraft({ company, quarter, member }, expected.map(ratingKey), saved);
  const { answers } = draft;
  const [message, say] = usePassingMessage();
  const save = useMutation(trpc.rating.save.mutationOptions());
  const saving = useRef(false);

  const show = (section: string | null) => {
    save.reset();
    window.history.pushState(null, "", section ? `${path}?section=${section}` : path);
    window.scrollTo(0, 0);
  };
  const saveSection = async (section: Section) => {
    // The button is switched off a moment after it is pressed: a second press in that moment is none.
    if (saving.current) return;
    saving.current = true;
    try {
      // What was left unsaved in other sections goes along.
      for (const key of new Set([...ratingsOf(section), ...draft.unsaved])) {
        const rating = expected.find((each) => ratingKey(each) === key);
        if (rating) await draft.save(key, (given) => save.mutateAsync({ company, quarter, ...rating, answers: given }));
      }
    } catch {
      return;
    } finally {
      saving.current = false;
    }
    say("Saved");
    show(sections[index + 1]?.key ?? "saved");
  };

  const section = sections[index];
  return (
    <div className="max-w-[560px]">
      {draft.from ? <RestoredLine from={draft.from} onDiscard={draft.discard} /> : null}
      {section ? (
        <SectionForm
          sections={sections}
          index={index}
          answers={answers}
          words={words}
          saving={save.isPending}
          error={save.error?.message ?? null}
          kept={draft.kept}
          onAnswer={draft.change}
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
