import { type Seat, seatLabel } from "@/domain/seat";
import { momentText } from "@/ui/cycle/dates";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";
import { answeredIn, type RatingAnswers } from "./answers-state";
import type { Section } from "./sections";

const inSentence = (seat: Seat) => `the ${seatLabel[seat].short}`;

/** Says that this is not anonymous before the first question, and who will see what; then the list of sections. */
export function RatingIntro({
  sections,
  answers,
  self,
  partner,
  closesAt,
  timeZone,
  done,
  onOpen,
}: {
  sections: readonly Section[];
  answers: RatingAnswers;
  self: readonly Seat[];
  partner: Seat | null;
  closesAt: Date;
  timeZone: string;
  /** The last section was saved just now. */
  done: boolean;
  onOpen: (index: number) => void;
}) {
  const firstOpen = sections.findIndex((section) => answeredIn(section, answers) < section.questions.length);
  const begun = sections.some((section) => answeredIn(section, answers) > 0);
  return (
    <div className="grid gap-5">
      {done ? (
        <Notice title="Saved with your name.">
          <p className="num">You may change it until {momentText(closesAt, timeZone)}.</p>
        </Notice>
      ) : null}
      <Notice tone="caution" title="Not anonymous.">
        <p>
          What you answer here is kept with your name, as {self.map(inSentence).join(" and ")}. It is never mixed into
          the anonymous results.
        </p>
      </Notice>
      <div className="grid gap-2 text-ink-2">
        <p>Your self-rating stands in your own report, beside what engineers see.</p>
        {partner ? (
          <p>
            Your view of {inSentence(partner)} is for {inSentence(partner)}, marked as yours. What you say about the two
            of you, and about who does what, is for the page you both read.
          </p>
        ) : null}
        <p className="num">
          There are no right answers, and nothing is compulsory. Each section is saved when you continue. You may change
          everything until {momentText(closesAt, timeZone)}.
        </p>
      </div>
      <ol className="rounded-lg border border-line bg-surface px-5">
        {sections.map((section, index) => {
          const answered = answeredIn(section, answers);
          const all = section.questions.length;
          return (
            <li
              key={section.key}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3 first:border-t-0"
            >
              <button
                type="button"
                className="min-h-8 text-left font-medium underline underline-offset-3"
                onClick={() => onOpen(index)}
              >
                {section.title}
              </button>
              <Tag tone={answered === all ? "ok" : "neutral"}>
                <span className="num">
                  {answered} of {all} answered
                </span>
              </Tag>
            </li>
          );
        })}
      </ol>
      <Button variant="primary" size="big" onClick={() => onOpen(Math.max(0, firstOpen))}>
        {begun ? (firstOpen === -1 ? "Look through it again" : "Go on") : "Begin"}
      </Button>
    </div>
  );
}
