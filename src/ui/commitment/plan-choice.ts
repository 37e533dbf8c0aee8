import type { CommitmentKind, Subject } from "@/domain/commitment";
import { fillTokens, itemsAbout, patternsOf, titles } from "@/domain/instrument";
import type { Seat } from "@/domain/seat";

/** Something to choose, with remedies that become the text of the action, or the statements that engineers were asked. */
export type PlanChoice = Subject & { remedies: readonly string[]; statements: readonly string[] };

const statementsOf = (seat: Seat, dimension: string): string[] =>
  [seat, "pair" as const].flatMap((about) =>
    itemsAbout(about, { group: "engineer", tier: "core" })
      .filter((item) => item.dimension === dimension)
      .map((item) => fillTokens(item.wording.engineer ?? "", titles)),
  );

/** What the form offers for each thing a leader may choose: patterns bring three remedies, responsibilities their statements. */
export const planChoices = (kind: CommitmentKind, seat: Seat, subjects: readonly Subject[]): PlanChoice[] =>
  subjects.map((subject) => ({
    ...subject,
    remedies: kind === "pattern" ? (patternsOf(seat).find(({ key }) => key === subject.key)?.remedies ?? []) : [],
    statements: kind === "responsibility" ? statementsOf(seat, subject.key) : [],
  }));
