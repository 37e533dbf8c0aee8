import fc from "fast-check";
import type { Answer, AttributedAnswers, BallotAnswers, OwnerAnswer } from "./answers";
import { activities, itemsAbout } from "./instrument";
import type { FrozenReport } from "./report";
import { type Seat, seats } from "./seat";
import { buildReport, type TallyInput } from "./tally";

// Made-up ballots and leaders for the tests of the tally and of everything that reads its report.

const askedKeys = (["cto", "vpe", "pair"] as const).flatMap((subject) =>
  itemsAbout(subject, { group: "engineer", tier: "core" }).map(({ key }) => key),
);

/** A ballot that gives one answer to every statement, with single answers changed. */
export const ballot = (
  answer: Answer,
  changed: Record<string, Answer> = {},
  more: Partial<Omit<BallotAnswers, "format" | "items">> = {},
): BallotAnswers => ({
  format: "tandem/ballot/1",
  seats: [...seats],
  items: { ...Object.fromEntries(askedKeys.map((key) => [key, answer])), ...changed },
  activities: {},
  comments: { cto: {}, vpe: {} },
  ...more,
});

/** Ballots made one by one from their index. */
export const ballots = (count: number, make: (index: number) => BallotAnswers): BallotAnswers[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The same owner named for every activity. */
export const owners = (owner: OwnerAnswer): Record<string, OwnerAnswer> =>
  Object.fromEntries(activities.map(({ key }) => [key, owner]));

/** A leader's signed answers: one to every statement, with single answers changed. */
export const self = (answer: Answer, changed: Record<string, Answer> = {}): AttributedAnswers => ({
  items: { ...Object.fromEntries(askedKeys.map((key) => [key, answer])), ...changed },
  activities: {},
});

const nobody: Record<Seat, AttributedAnswers | null> = { cto: null, vpe: null };

/** A tally of the given engineers; two leaders, no executives, no self-ratings and no earlier quarter unless said. */
export const tallyOf = (
  engineers: readonly BallotAnswers[],
  invited: number,
  more: Partial<TallyInput> = {},
): TallyInput => ({
  quarter: "2026-Q2",
  seats: {
    cto: { kind: "held", name: "Ines Aalto", leaderId: "ines" },
    vpe: { kind: "held", name: "Jonas Brandt", leaderId: "jonas" },
    onePerson: false,
  },
  groups: { engineer: { invited, ballots: engineers }, executive: null },
  attributed: { self: nobody, partner: nobody },
  previous: null,
  rosterChange: null,
  yearBefore: null,
  randomInt: () => 0,
  ...more,
});

/** The frozen report of such a tally. */
export const reportOf = (
  engineers: readonly BallotAnswers[],
  invited: number,
  more: Partial<TallyInput> = {},
): FrozenReport => buildReport(tallyOf(engineers, invited, more)).report;

const answer: fc.Arbitrary<Answer> = fc.constantFrom<Answer>(1, 2, 3, 4, 5, null);

/** Any ballot: some seats, some statements left open, some not observed, some comments. */
export const anyBallot: fc.Arbitrary<BallotAnswers> = fc.record({
  format: fc.constant("tandem/ballot/1" as const),
  seats: fc.subarray([...seats]),
  items: fc
    .tuple(fc.subarray(askedKeys), fc.array(answer, { minLength: askedKeys.length, maxLength: askedKeys.length }))
    .map(([keys, answers]) => Object.fromEntries(keys.map((key, index) => [key, answers[index] ?? null]))),
  activities: fc.dictionary(
    fc.constantFrom(...activities.map(({ key }) => key)),
    fc.constantFrom<OwnerAnswer>("cto", "vpe", "both", "neither", null),
  ),
  comments: fc.record({
    cto: fc.record({ start: fc.constantFrom("Visit us.", "Write more.") }, { requiredKeys: [] }),
    vpe: fc.record({ stop: fc.constantFrom("Status meetings.", "Late changes.") }, { requiredKeys: [] }),
  }),
});
