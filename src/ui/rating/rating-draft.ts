import { attributedAnswersSchema } from "@/domain/answers";
import type { RatingAnswers } from "./answers-state";
import type { RatingKey } from "./rating-key";

const slot = (company: string, quarter: string, rating: RatingKey) => `tandem/rating/${company}/${quarter}/${rating}`;

/** Answers that could not be saved, kept on this device until they are. Storage that is switched off is no error. */
export function readDraft(company: string, quarter: string, ratings: readonly RatingKey[]): RatingAnswers {
  const found: RatingAnswers = {};
  for (const rating of ratings) {
    try {
      const text = window.localStorage.getItem(slot(company, quarter, rating));
      const draft = attributedAnswersSchema.safeParse(text === null ? null : JSON.parse(text));
      if (draft.success) found[rating] = draft.data;
    } catch {}
  }
  return found;
}

/** Keeps the answers of one rating on this device, or forgets them when they are saved. */
export function writeDraft(
  company: string,
  quarter: string,
  rating: RatingKey,
  answers: RatingAnswers[RatingKey] | null,
): void {
  try {
    if (answers) window.localStorage.setItem(slot(company, quarter, rating), JSON.stringify(answers));
    else window.localStorage.removeItem(slot(company, quarter, rating));
  } catch {}
}
