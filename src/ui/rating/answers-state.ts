import type { Answer, AttributedAnswers, OwnerAnswer } from "@/domain/answers";
import type { RatingKey } from "./rating-key";
import type { Question, Section } from "./sections";

export type RatingAnswers = Partial<Record<RatingKey, AttributedAnswers>>;
/** undefined: left open; null: "I can't tell". */
export type Value = Answer | OwnerAnswer | undefined;

const none: AttributedAnswers = { items: {}, activities: {} };

/** What was answered to a question. */
export function answerTo(answers: RatingAnswers, question: Question): Value {
  const [rating] = question.ratings;
  const held = (rating && answers[rating]) ?? none;
  return question.answers === "owner" ? held.activities[question.key] : held.items[question.key];
}

const without = <Held>(record: Record<string, Held>, key: string): Record<string, Held> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));

/** The answers with one changed, in every rating that holds it. */
export function withAnswer(answers: RatingAnswers, question: Question, value: Value): RatingAnswers {
  const changed = { ...answers };
  for (const rating of question.ratings) {
    const held = answers[rating] ?? none;
    const items = without(held.items, question.key);
    const owners = without(held.activities, question.key);
    if (value !== undefined && question.answers === "owner") owners[question.key] = value as OwnerAnswer;
    if (value !== undefined && question.answers !== "owner") items[question.key] = value as Answer;
    changed[rating] = { items, activities: owners };
  }
  return changed;
}

/** How many questions of a section have an answer; "I can't observe this" is one. */
export const answeredIn = (section: Section, answers: RatingAnswers): number =>
  section.questions.filter((question) => answerTo(answers, question) !== undefined).length;

/** The ratings that a section writes into. */
export const ratingsOf = (section: Section): RatingKey[] => [
  ...new Set(section.questions.flatMap((question) => question.ratings)),
];
