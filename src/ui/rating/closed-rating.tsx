import { momentText } from "@/ui/cycle/dates";
import { DataTable } from "@/ui/kit/data-table";
import { EmptyState } from "@/ui/kit/empty-state";
import { Notice } from "@/ui/kit/notice";
import { answeredIn, answerTo, type RatingAnswers } from "./answers-state";
import { type AnswerWords, answerWords, type Section } from "./sections";

function wordFor(words: AnswerWords, value: ReturnType<typeof answerTo>): string {
  if (value === undefined) return "Left open";
  if (value === null) return words.na;
  return words.points.find((point) => point.value === value)?.label ?? String(value);
}

/** After closing: what the leader answered, to read; nothing can be changed any more. */
export function ClosedRating({
  sections,
  answers,
  closesAt,
  timeZone,
}: {
  sections: readonly Section[];
  answers: RatingAnswers;
  closesAt: Date;
  timeZone: string;
}) {
  const answered = sections.filter((section) => answeredIn(section, answers) > 0);
  if (answered.length === 0) {
    return (
      <EmptyState title="This cycle is closed.">
        <p className="num">
          It closed on {momentText(closesAt, timeZone)}, without a self-rating of yours. Your report shows what
          engineers see, with nothing beside it.
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="grid max-w-[760px] gap-7">
      <Notice title="This cycle is closed.">
        <p>These are your answers, with your name. They cannot be changed any more.</p>
      </Notice>
      {answered.map((section) => (
        <section key={section.key} className="grid gap-2">
          <h2>{section.title}</h2>
          <DataTable caption={section.title} head={["Statement", "Your answer"]}>
            {section.questions.map((question) => (
              <tr key={question.key}>
                <th scope="row">{question.text}</th>
                <td className="w-40">{wordFor(answerWords[question.answers], answerTo(answers, question))}</td>
              </tr>
            ))}
          </DataTable>
        </section>
      ))}
    </div>
  );
}
