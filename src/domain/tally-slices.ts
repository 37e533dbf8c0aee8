import type { BallotAnswers } from "./answers";
import type { AskedCommitment } from "./commitment-statement";
import type { InstrumentSubject } from "./instrument";
import type { SliceName } from "./roster";
import { countBallot, emptyTally, type GroupTally } from "./tally-counter";

/** A dimension the manifest declared, with the values a ballot may carry. */
export type DeclaredSlice = {
  name: SliceName;
  values: {
    value: string;
    /** Engineers invited under this value. */
    invited: number;
    /** How many of them joined or left since the cycle before; null where that cycle did not tell the value apart. */
    changed: number | null;
  }[];
};

/** The engineers who declared the same values, as counts: per dimension the value's index, null for none declared. */
export type SliceTally = { cells: (number | null)[]; tally: GroupTally };

/** Counts by declared values; keyed by these. */
export type SlicedTally = Map<string, SliceTally>;

/** Adds one engineer's ballot under the values it carries; a name or value that was not declared counts as none. */
export function countSlices(
  sliced: SlicedTally,
  declared: readonly DeclaredSlice[],
  subjects: readonly InstrumentSubject[],
  answers: BallotAnswers,
  announced: readonly AskedCommitment[] = [],
): void {
  if (declared.length === 0) return;
  const cells = declared.map(({ name, values }) => {
    const said = answers.slices && Object.hasOwn(answers.slices, name) ? answers.slices[name] : undefined;
    const index = values.findIndex(({ value }) => value === said);
    return index < 0 ? null : index;
  });
  const key = cells.join();
  const atom = sliced.get(key) ?? { cells, tally: emptyTally() };
  sliced.set(key, atom);
  // Comments and who-does-what are never told by slice, so they are not even counted (D7).
  const told = { ...answers, activities: {}, comments: { cto: {}, vpe: {} } };
  countBallot(atom.tally, "engineer", subjects, told, announced);
}
