import fc from "fast-check";
import { expect, test } from "vitest";
import { type SliceAtom, shownSlices } from "./slice-disclosure";

// P7 of the law: random rosters and slices, and an attacker who adds and subtracts everything that was released.
const rosters = Number(process.env.SLICE_ROSTERS ?? 10_000);

const one = (...cells: (number | null)[]) => cells;
const people = (count: number, cells: (number | null)[]): SliceAtom => ({ cells, answers: count });

/** What is released as sets of people: every shown value, and what is left of the total in each dimension. */
function releasedSets(atoms: readonly SliceAtom[], shown: readonly (readonly boolean[])[]): boolean[][][] {
  return shown.flatMap((values, dimension) => {
    if (!values.includes(true)) return [];
    const parts = values.flatMap((isShown, value) =>
      isShown ? [atoms.map(({ cells }) => cells[dimension] === value)] : [],
    );
    return [[...parts, atoms.map((_, atom) => !parts.some((part) => part[atom]))]];
  });
}

const sizeWhere = (atoms: readonly SliceAtom[], inside: (atom: number) => boolean): number =>
  atoms.reduce((sum, { answers }, atom) => sum + (inside(atom) ? answers : 0), 0);
const isSmall = (size: number): boolean => size >= 1 && size <= 4;

/** The smallest number of people, above 0, on whom A minus B rests for any two released sets (the total is one of them). */
function smallDifference(atoms: readonly SliceAtom[], dimensions: readonly boolean[][][]): boolean {
  const sets = [atoms.map(() => true), ...dimensions.flat()].filter((set) => set.includes(true));
  return sets.some((left) =>
    sets.some((right) => isSmall(sizeWhere(atoms, (atom) => left[atom] === true && right[atom] === false))),
  );
}

function* coefficients(count: number, values: readonly number[]): Generator<number[]> {
  if (count === 0) return yield [];
  for (const rest of coefficients(count - 1, values)) for (const value of values) yield [value, ...rest];
}

/** Does any sum and difference of released parts rest on 1 to 4 people? Tried out one by one. */
function smallCombination(atoms: readonly SliceAtom[], dimensions: readonly boolean[][][]): boolean {
  const parts = dimensions.flat();
  for (const weights of coefficients(parts.length, parts.length > 7 ? [0, 1] : [0, 1, -1])) {
    // With every part of one dimension taken as is, subtracting the others is a plus and a minus per dimension.
    const signed = parts.length > 7 ? signByDimension(dimensions, weights) : weights;
    const value = (atom: number) =>
      parts.reduce((sum, part, index) => sum + (part[atom] ? (signed[index] ?? 0) : 0), 0);
    if (isSmall(sizeWhere(atoms, (atom) => value(atom) !== 0))) return true;
  }
  return false;
}

const signByDimension = (dimensions: readonly boolean[][][], weights: readonly number[]): number[] => {
  const signs = dimensions.flatMap((parts, dimension) => parts.map(() => (dimension === 0 ? 1 : -1)));
  return weights.map((weight, index) => weight * (signs[index] ?? 0));
};

const roster = (dimensions: number, values: number, largest: number): fc.Arbitrary<SliceAtom[]> =>
  fc.array(
    fc.record({
      cells: fc.tuple(
        ...Array.from({ length: dimensions }, () =>
          fc.oneof({ weight: 8, arbitrary: fc.nat({ max: values - 1 }) }, { weight: 1, arbitrary: fc.constant(null) }),
        ),
      ),
      answers: fc.integer({ min: 1, max: largest }),
    }),
    { minLength: 1, maxLength: 14 },
  );

function attacked(dimensions: number, values: number, largest: number, runs: number): { shown: number } {
  let shown = 0;
  fc.assert(
    fc.property(roster(dimensions, values, largest), (atoms) => {
      const result = shownSlices(
        Array.from({ length: dimensions }, () => values),
        atoms,
      );
      const released = releasedSets(atoms, result);
      shown += released.length;
      expect(smallDifference(atoms, released)).toBe(false);
      expect(smallCombination(atoms, released)).toBe(false);
    }),
    { numRuns: runs },
  );
  return { shown };
}

test("one dimension: no difference between released numbers rests on one to four people", () => {
  expect(attacked(1, 4, 9, rosters / 2).shown).toBeGreaterThan(rosters / 8);
});

test("two dimensions of the same people: none of their parts can be subtracted from each other", () => {
  // Large parts with few strays between them, so that the second dimension is often shown.
  expect(attacked(2, 3, 40, rosters / 4).shown).toBeGreaterThan(rosters / 8);
});

test("three dimensions: no combination of plus and minus over all of them rests on one to four people", () => {
  expect(attacked(3, 2, 25, rosters / 4).shown).toBeGreaterThan(rosters / 8);
}, 60_000);

test("a value with fewer than five answers takes the next smallest with it", () => {
  expect(shownSlices([3], [people(10, one(0)), people(8, one(1)), people(4, one(2))])).toEqual([[true, false, false]]);
});

test("one person who left their team out takes the smallest team with them", () => {
  expect(shownSlices([2], [people(12, one(0)), people(9, one(1)), people(1, one(null))])).toEqual([[true, false]]);
  expect(shownSlices([2], [people(12, one(0)), people(9, one(1))])).toEqual([[true, true]]);
});

test("a site that is a team and two more people is not shown beside that team", () => {
  const atoms = [people(10, one(0, 0)), people(2, one(1, 0)), people(20, one(1, 1))];
  expect(shownSlices([2, 2], atoms)).toEqual([
    [true, true],
    [false, false],
  ]);
});

test("two teams that make up a site but for three people are noticed, though no team and site differ by so few", () => {
  const atoms = [
    people(10, one(0, 0)),
    people(10, one(1, 0)),
    people(3, one(2, 0)),
    people(6, one(2, 1)),
    people(6, one(2, 2)),
  ];
  expect(shownSlices([3, 3], atoms)).toEqual([
    [true, true, true],
    [false, false, true],
  ]);
});

test("five people are enough for a difference", () => {
  const both = [
    [true, true],
    [true, true],
  ];
  const atoms = (apart: number) => [people(10, one(0, 0)), people(apart, one(0, 1)), people(10, one(1, 1))];
  expect(shownSlices([2, 2], atoms(5))).toEqual(both);
  expect(shownSlices([2, 2], atoms(4))).not.toEqual(both);
  // Who declared the same is counted together, however the counts came.
  expect(shownSlices([2, 2], [people(1, one(0, 0)), ...atoms(5), people(1, one(1, 1))])).toEqual(both);
});

test("a site may share three people with a team when no sum or difference rests on them alone", () => {
  const table = [
    [10, 3, 7],
    [10, 10, 10],
    [10, 10, 10],
  ];
  const atoms = table.flatMap((row, team) => row.map((count, site) => people(count, one(team, site))));
  expect(shownSlices([3, 3], atoms)[1]).toEqual([true, true, true]);
});

test("a dimension that cannot be shown whole loses its smallest values first", () => {
  const atoms = [people(10, one(0, 1)), people(2, one(1, 1)), people(20, one(1, 0)), people(9, one(1, 2))];
  expect(shownSlices([2, 3], atoms)).toEqual([
    [true, true],
    [true, false, false],
  ]);
});

test("dimensions that cross in large parts are all shown", () => {
  const atoms = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => people(5, one(a, b, c)))));
  expect(shownSlices([2, 2, 2], atoms)).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ]);
});

test("below five answers in all nothing is told apart", () => {
  expect(shownSlices([2], [people(4, one(0))])).toEqual([[false, false]]);
  expect(shownSlices([2], [])).toEqual([[false, false]]);
});
