import type { Answer, BallotAnswers, CommentQuestion, OwnerAnswer } from "@/domain/answers";
import type { BallotForm } from "@/domain/ballot-form";
import type { Seat } from "@/domain/seat";
import { keptSlices, type OwnSlices } from "./slices";

/** Answers that are not sealed yet. They live in this browser and nowhere else. */
export type Draft = {
  seats: Seat[];
  /** Which leader comes first, and in which order the behaviours stand; drawn once and kept. */
  order: Seat[];
  behaviours: Record<Seat, string[]>;
  items: Record<string, Answer>;
  activities: Record<string, OwnerAnswer>;
  comments: Record<Seat, Partial<Record<CommentQuestion, string>>>;
  /** Names of slices that are not to be sealed with the answers. */
  leftOut?: string[];
  /** The page to go on with, and whether the review has been reached. */
  page: number;
  reviewed: boolean;
  numberKeys: boolean;
};

/** Fisher–Yates with an unbiased draw; `below(n)` gives a uniform integer in 0 … n − 1. */
function shuffled<T>(list: readonly T[], below: (limit: number) => number): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const chosen = below(last + 1);
    const [left, right] = [result[last] as T, result[chosen] as T];
    [result[last], result[chosen]] = [right, left];
  }
  return result;
}

/** A uniform integer below a limit ≤ 2³², from the platform's CSPRNG, by rejection. */
function randomBelow(limit: number): number {
  const bound = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const [value = bound] = crypto.getRandomValues(new Uint32Array(1));
    if (value < bound) return value % limit;
  }
}

export function newDraft(form: BallotForm, below: (limit: number) => number = randomBelow): Draft {
  const keys = (seat: Seat) => form.behaviours[seat].map((item) => item.key);
  return {
    seats: [],
    order: shuffled<Seat>(["cto", "vpe"], below),
    behaviours: { cto: shuffled(keys("cto"), below), vpe: shuffled(keys("vpe"), below) },
    items: {},
    activities: {},
    comments: { cto: {}, vpe: {} },
    page: 0,
    reviewed: false,
    numberKeys: false,
  };
}

export const hasValue = (draft: Draft): boolean =>
  Object.keys(draft.items).length > 0 ||
  Object.keys(draft.activities).length > 0 ||
  Object.values(draft.comments).some((said) => Object.values(said).some((text) => text.trim() !== ""));

/**
 * What is sealed: answers about the chosen leaders only (and the pair if both), comments trimmed, empty ones left out, and
 * the rater's own slices as far as they were not left out.
 */
export function answersOf(draft: Draft, form: BallotForm, own?: OwnSlices): BallotAnswers {
  const seats = (["cto", "vpe"] as const).filter((seat) => draft.seats.includes(seat));
  const asked = seats.flatMap((seat) => {
    const overall = form.overall[seat];
    return [...form.responsibilities[seat], ...form.behaviours[seat], ...(overall ? [overall] : [])];
  });
  if (seats.length === 2) asked.push(...form.pair);
  const items: Record<string, Answer> = {};
  for (const { key } of asked) {
    const answer = draft.items[key];
    if (answer !== undefined) items[key] = answer;
  }
  const comments: BallotAnswers["comments"] = { cto: {}, vpe: {} };
  for (const seat of seats) {
    for (const [question, text] of Object.entries(draft.comments[seat])) {
      if (text.trim() !== "") comments[seat][question as CommentQuestion] = text.trim();
    }
  }
  const slices = keptSlices(own, draft.leftOut);
  const activities = { ...draft.activities };
  return { format: "tandem/ballot/1", seats, items, activities, comments, ...(slices && { slices }) };
}
