import type { Commitment, CommitmentKind, Subject } from "./commitment";
import { dimensionsOf, patternsOf } from "./instrument";
import type { Seat } from "./seat";

/** What may be chosen: areas of the seat and, where two people hold the two seats, of the pair; or patterns of the seat. Neutral labels. */
export const commitmentSubjects = (kind: CommitmentKind, seat: Seat, withPair: boolean): Subject[] =>
  kind === "pattern"
    ? patternsOf(seat).map(({ key, neutral_label }) => ({ key, label: neutral_label }))
    : [...dimensionsOf(seat), ...(withPair ? dimensionsOf("pair") : [])].map(({ key, label }) => ({ key, label }));

/** The neutral label of what a commitment is about. */
export const commitmentLabel = ({ kind, seat, subject }: Pick<Commitment, "kind" | "seat" | "subject">): string =>
  commitmentSubjects(kind, seat, true).find(({ key }) => key === subject)?.label ?? "";
