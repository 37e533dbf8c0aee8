import { z } from "zod";
import { type AttributedAnswers, attributedAnswersSchema } from "@/domain/answers";
import { type RatingAnswers, type Value, withAnswer } from "./answers-state";
import type { RatingKey } from "./rating-key";
import type { Question } from "./sections";

/** What was changed in one rating and not saved yet: questions with another answer, and questions left open again. */
const draftSchema = z.strictObject({ given: attributedAnswersSchema, cleared: z.array(z.string().max(40)) });
export type Draft = z.infer<typeof draftSchema>;
export type Drafts = Partial<Record<RatingKey, Draft>>;

/** Whose drafts: of one member, for one cycle of one company. */
export type DraftOwner = { company: string; quarter: string; member: string };

/** Where drafts are kept; null where a browser keeps nothing. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem"> | null;

/** This browser's own storage. It may be switched off, which is no error. */
export function ownShelf(): Shelf {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const slotPrefix = "tandem/rating/";
const slot = ({ company, quarter, member }: DraftOwner, rating: RatingKey) =>
  `${slotPrefix}${company}/${quarter}/${member}/${rating}`;

/** A draft with one more change in it. */
function withChange(draft: Draft | undefined, rating: RatingKey, question: Question, value: Value): Draft {
  const { given, cleared } = draft ?? { given: { items: {}, activities: {} }, cleared: [] };
  const changed = withAnswer({ [rating]: given }, { ...question, ratings: [rating] }, value)[rating] ?? given;
  const others = cleared.filter((key) => key !== question.key);
  return { given: changed, cleared: value === undefined ? [...others, question.key] : others };
}

const overlay = <Held>(saved: Record<string, Held>, given: Record<string, Held>, cleared: readonly string[]) =>
  Object.fromEntries(Object.entries({ ...saved, ...given }).filter(([key]) => !cleared.includes(key)));

/** One rating as it would be saved now: what the server has, with the changes of the draft over it. */
export const withDraft = (saved: AttributedAnswers | undefined, { given, cleared }: Draft): AttributedAnswers => ({
  items: overlay(saved?.items ?? {}, given.items, cleared),
  activities: overlay(saved?.activities ?? {}, given.activities, cleared),
});

/** All ratings as they would be saved now. */
export function withDrafts(saved: RatingAnswers, drafts: Drafts): RatingAnswers {
  const all = { ...saved };
  for (const [key, draft] of Object.entries(drafts) as [RatingKey, Draft][]) all[key] = withDraft(saved[key], draft);
  return all;
}

function readDraft(shelf: Shelf, owner: DraftOwner, rating: RatingKey): Draft | undefined {
  try {
    return draftSchema.safeParse(JSON.parse(shelf?.getItem(slot(owner, rating)) ?? "null")).data;
  } catch {
    return undefined;
  }
}

export function readDrafts(shelf: Shelf, owner: DraftOwner, ratings: readonly RatingKey[]): Drafts {
  const found: Drafts = {};
  for (const rating of ratings) {
    const draft = readDraft(shelf, owner, rating);
    if (draft) found[rating] = draft;
  }
  return found;
}

function keep(shelf: Shelf, owner: DraftOwner, rating: RatingKey, draft: Draft): boolean {
  try {
    shelf?.setItem(slot(owner, rating), JSON.stringify(draft));
    return shelf !== null;
  } catch {
    return false;
  }
}

/**
 * Adds one change to what is kept by now, so that a second tab's answers stay. Returns the drafts it touched, and whether
 * the browser took them; where it does not, the tab's own drafts go on.
 */
export function keepChange(
  shelf: Shelf,
  owner: DraftOwner,
  held: Drafts,
  question: Question,
  value: Value,
): { drafts: Drafts; kept: boolean } {
  const drafts = { ...held };
  let kept = true;
  for (const rating of question.ratings) {
    const draft = withChange(readDraft(shelf, owner, rating) ?? held[rating], rating, question, value);
    drafts[rating] = draft;
    if (!keep(shelf, owner, rating, draft)) kept = false;
  }
  return { drafts, kept };
}

/** Forgets a draft; one that another tab has added to since `saved` was sent stays. Returns what stays. */
export function forgetDraft(shelf: Shelf, owner: DraftOwner, rating: RatingKey, saved?: Draft): Draft | undefined {
  const now = readDraft(shelf, owner, rating);
  if (saved && now && JSON.stringify(now) !== JSON.stringify(saved)) return now;
  try {
    shelf?.removeItem(slot(owner, rating));
  } catch {}
  return undefined;
}

/** Whether another tab's change of the browser's storage may be about drafts. */
export const isDraftSlot = (key: string | null): boolean => key === null || key.startsWith(slotPrefix);
