import type { Seat } from "@/domain/seat";

// Apart from sections.ts, which carries the whole questionnaire: browsers get the sentences they show, and no more.

/** One saved rating: the leader's own seat, or the other leader's. */
export type RatingName = { kind: "self" | "partner"; seat: Seat };

/** "self-cto", "partner-vpe" … */
export type RatingKey = `${RatingName["kind"]}-${Seat}`;

export const ratingKey = ({ kind, seat }: RatingName): RatingKey => `${kind}-${seat}`;
