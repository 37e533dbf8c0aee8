import { patternDimension, patternsOf } from "@/domain/instrument";
import type { Seat } from "@/domain/seat";

/** What a leader reads about one early-warning pattern. */
export type PatternCard = {
  key: string;
  deckName: string;
  neutralLabel: string;
  /** Always shown where there is one (the Xenophobe). */
  nameNote: string | null;
  /** How much of this is ours and how much was said in public. */
  sourceLine: string;
  description: string;
  earlySigns: readonly string[];
  teamView: string;
  healthyOpposite: string;
  remedies: readonly string[];
};

type Said = ReturnType<typeof patternsOf>[number]["speakers_said"];

function sourceLine({ status, text, source }: Said): string {
  const ours = "Our reading of the deck. The slide shows a title and an image only";
  if (status === "not_found" || !text) return `${ours}; no public text about it was found.`;
  return `${ours}. ${text}${source ? ` (${source})` : ""}`;
}

/** A note on a name without the sentences that speak to translators and to us. */
const readerNote = (note: string | null): string | null =>
  note
    ?.split(/(?<=\.) /)
    .filter((sentence) => !/^(Reports must|Translate)/.test(sentence))
    .join(" ") || null;

/** The five cards of a seat in the order of the talk. */
export const patternCards = (seat: Seat): PatternCard[] =>
  patternsOf(seat).map((pattern) => ({
    key: pattern.key,
    deckName: pattern.deck_name,
    neutralLabel: pattern.neutral_label,
    nameNote: readerNote(pattern.name_note),
    sourceLine: sourceLine(pattern.speakers_said),
    description: pattern.description,
    earlySigns: pattern.early_signs,
    teamView: pattern.team_view,
    healthyOpposite: pattern.healthy_opposite,
    remedies: pattern.remedies,
  }));

/** The card of a measured pattern, filed under its key or its dimension key. */
export const cardOf = (cards: readonly PatternCard[], key: string): PatternCard | undefined =>
  cards.find((card) => card.key === key || patternDimension(card.key) === key);
