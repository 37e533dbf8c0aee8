"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/ui/kit/button";
import { Icon } from "@/ui/kit/icon";
import { Notice } from "@/ui/kit/notice";
import { answeredIn, answerTo, type RatingAnswers, type Value } from "./answers-state";
import type { AnswerWords, Question, Section } from "./sections";
import { Statement } from "./statement";

const dot: Record<Section["about"], string> = { cto: "bg-cto", vpe: "bg-vpe", pair: "bg-pair" };

/** One section of a leader's form with its progress; saving it leads to the next. */
export function SectionForm({
  sections,
  index,
  answers,
  words,
  saving,
  error,
  kept,
  onAnswer,
  onSave,
  onBack,
}: {
  sections: readonly Section[];
  index: number;
  answers: RatingAnswers;
  words: Record<Question["answers"], AnswerWords>;
  saving: boolean;
  error: string | null;
  /** Whether this browser keeps what is not saved yet. */
  kept: boolean;
  onAnswer: (question: Question, value: Value) => void;
  onSave: () => void;
  onBack: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const section = sections[index];
  const key = section?.key;
  useEffect(() => {
    if (key) heading.current?.focus();
  }, [key]);
  if (!section) return null;
  const answered = answeredIn(section, answers);
  const open = section.questions.length - answered;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <p className="num mb-2 text-xs text-ink-3">
        Section {index + 1} of {sections.length} · {answered} of {section.questions.length} answered · with your name
      </p>
      <div aria-hidden="true" className="mb-5 grid auto-cols-fr grid-flow-col gap-[3px]">
        {sections.map((each, position) => (
          <span
            key={each.key}
            className={`h-[3px] rounded-full ${position <= index ? "bg-accent" : "bg-line forced-colors:h-px"}`}
          />
        ))}
      </div>
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2.5 outline-none">
        <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-full ${dot[section.about]}`} />
        {section.title}
      </h2>
      <p className="mt-1 text-ink-2">{section.stem}</p>
      {section.questions.map((question) => (
        <Statement
          key={question.key}
          name={question.key}
          text={question.text}
          words={words[question.answers]}
          value={answerTo(answers, question)}
          onChange={(value) => onAnswer(question, value)}
        />
      ))}
      {error ? (
        <div className="mt-4">
          <Notice tone="error" title={`Not saved yet. ${error}`}>
            <p>
              {kept
                ? "Your answers are kept in this browser. Saving again is safe."
                : "This browser keeps nothing: leave the page open. Saving again is safe."}
            </p>
          </Notice>
        </div>
      ) : null}
      <div className="mt-5 grid grid-cols-[auto_1fr] gap-2.5">
        <Button
          className="min-h-12 w-13"
          aria-label={index === 0 ? "Back to the introduction" : "Previous section"}
          onClick={onBack}
        >
          <Icon name="arrow-left" />
        </Button>
        <Button
          type="submit"
          variant="primary"
          size="big"
          disabled={saving}
          onClick={(event) => {
            // The second press of a double click would save the next section, which stands here by then.
            if (event.detail > 1) event.preventDefault();
          }}
        >
          {saving ? "Saving…" : index === sections.length - 1 ? "Save" : "Save and continue"}
        </Button>
      </div>
      <p className="num mt-2 text-center text-xs text-ink-3">
        {open === 0 ? "Nothing open on this page." : `${open} open on this page. You may leave any of them open.`}
      </p>
    </form>
  );
}
