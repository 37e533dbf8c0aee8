import type { BallotForm, FormItem } from "@/domain/ballot-form";
import { type Seat, seatLabel } from "@/domain/seat";
import type { Draft } from "./draft";

/** One page of the ballot; `items` are what it asks by key. */
export type Page =
  | { kind: "leaders" }
  | { kind: "statements"; about: Seat; part: "responsibilities" | "behaviours"; items: FormItem[] }
  | { kind: "pair"; items: FormItem[] }
  | { kind: "words"; seats: Seat[] }
  | { kind: "overall"; items: { seat: Seat; item: FormItem }[] };

const secondsPerItem = 6;
const secondsPerLeadersWords = 60;

/** "the CTO", as it stands inside a sentence. */
export const inSentence = (seat: Seat): string => `the ${seatLabel[seat].short}`;

/** The pages of this rater: leader A, leader B, the two together, own words, overall. Pages without items are left out. */
export function pagesOf(form: BallotForm, draft: Draft): Page[] {
  const seats = draft.order.filter((seat) => draft.seats.includes(seat));
  const inDraftOrder = (seat: Seat): FormItem[] => {
    const byKey = new Map(form.behaviours[seat].map((item) => [item.key, item]));
    return draft.behaviours[seat].flatMap((key) => byKey.get(key) ?? []);
  };
  const statements = seats.flatMap((about): Page[] => [
    { kind: "statements", about, part: "responsibilities", items: form.responsibilities[about] },
    { kind: "statements", about, part: "behaviours", items: inDraftOrder(about) },
  ]);
  const overall = seats.flatMap((seat) => {
    const item = form.overall[seat];
    return item ? [{ seat, item }] : [];
  });
  const asked: Page[] = [
    ...statements,
    { kind: "pair", items: seats.length === 2 ? form.pair : [] },
    { kind: "words", seats },
    { kind: "overall", items: overall },
  ];
  return [
    { kind: "leaders" },
    ...asked.filter((page) =>
      "items" in page ? page.items.length > 0 : page.kind === "words" && page.seats.length > 0,
    ),
  ];
}

/** Keys of the statements a page asks. */
export function keysOf(page: Page): string[] {
  if (page.kind === "overall") return page.items.map(({ item }) => item.key);
  return "items" in page ? page.items.map((item) => item.key) : [];
}

/** How many statements of a page have no answer yet; "I can't observe this" is an answer. */
export const openOn = (page: Page, draft: Draft): number =>
  keysOf(page).filter((key) => draft.items[key] === undefined).length;

/** A page's heading. */
export function pageTitle(page: Page): string {
  switch (page.kind) {
    case "leaders":
      return "Which leaders can you rate?";
    case "statements":
      return `About ${inSentence(page.about)}: ${page.part === "behaviours" ? "how it goes day to day" : "responsibilities"}`;
    case "pair":
      return "The two together";
    case "words":
      return "Your own words";
    case "overall":
      return "Overall";
  }
}

/** What a screen reader hears on arrival, for example "About the CTO, page 2 of 8"; how many pages there are is open until leaders are chosen. */
export const pageAnnouncement = (page: Page, index: number, count: number): string =>
  page.kind === "leaders"
    ? pageTitle(page)
    : `${page.kind === "statements" ? `About ${inSentence(page.about)}` : pageTitle(page)}, page ${index + 1} of ${count}`;

/** Whole minutes left from a page on, at least 1: six seconds per open statement, one minute per leader's own words. */
export function minutesLeft(pages: readonly Page[], index: number, draft: Draft): number {
  const seconds = pages.slice(index).reduce((sum, page) => {
    if (page.kind === "words") return sum + page.seats.length * secondsPerLeadersWords;
    return sum + openOn(page, draft) * secondsPerItem;
  }, 0);
  return Math.max(1, Math.round(seconds / 60));
}
