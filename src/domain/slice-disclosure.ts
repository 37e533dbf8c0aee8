import { minimumAnswers, remainderAllowed, shownCells } from "./disclosure";
import { smallestCut } from "./minimum-cut";

/** People who answered one measure and declared the same values: per dimension the value's index, null for none declared. */
export type SliceAtom = { cells: readonly (number | null)[]; answers: number };

/** A partition of everybody who answered: each shown value is a part, all the others are one more, numbered last. */
type Partition = { dimension: number; shown: readonly boolean[] };

const isSmall = (size: number): boolean => size >= 1 && size < minimumAnswers;

const partOf = ({ dimension, shown }: Partition, atom: SliceAtom): number => {
  const value = atom.cells[dimension] ?? null;
  return value !== null && shown[value] ? value : shown.length;
};

/** How many people stand in each part of the one and each part of the other partition. */
function crossing(left: Partition, right: Partition, atoms: readonly SliceAtom[]): number[][] {
  const table = Array.from({ length: left.shown.length + 1 }, () =>
    Array.from({ length: right.shown.length + 1 }, () => 0),
  );
  for (const atom of atoms) {
    const row = table[partOf(left, atom)];
    const column = partOf(right, atom);
    if (row) row[column] = (row[column] ?? 0) + atom.answers;
  }
  return table;
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** D4 for each two parts: what one has and the other has not is nobody or at least 5 people. */
function differencesAllowed(table: readonly (readonly number[])[]): boolean {
  const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  return table.every((row) =>
    row.every((both, column) => {
      const rowSize = sum(row);
      const columnSize = columns[column] ?? 0;
      return rowSize === 0 || columnSize === 0 || !(isSmall(rowSize - both) || isSmall(columnSize - both));
    }),
  );
}

/**
 * Adding and subtracting parts of two partitions leaves the people of a cut of the graph that joins every two parts that
 * share people: so no sum or difference rests on fewer than 5 people exactly when no cut is that small.
 */
function combinationsAllowed(table: readonly (readonly number[])[]): boolean {
  const rows = table.length;
  const size = rows + (table[0]?.length ?? 0);
  const shared = (row: number, column: number): number => (row < rows ? (table[row]?.[column - rows] ?? 0) : 0);
  const weights = Array.from({ length: size }, (_, left) =>
    Array.from({ length: size }, (__, right) => (left < right ? shared(left, right) : shared(right, left))),
  );
  return smallestCut(weights) >= minimumAnswers;
}

/** Three partitions can be combined in more ways than cuts tell, so every crossing of all must be nobody or 5 people. */
function crossingsAllowed(partitions: readonly Partition[], atoms: readonly SliceAtom[]): boolean {
  const sizes = new Map<string, number>();
  for (const atom of atoms) {
    const place = partitions.map((partition) => partOf(partition, atom)).join();
    sizes.set(place, (sizes.get(place) ?? 0) + atom.answers);
  }
  return ![...sizes.values()].some(isSmall);
}

function mayStandBeside(earlier: readonly Partition[], next: Partition, atoms: readonly SliceAtom[]): boolean {
  const pairs = earlier.map((partition) => crossing(partition, next, atoms));
  return (
    pairs.every(differencesAllowed) &&
    pairs.every(combinationsAllowed) &&
    (earlier.length < 2 || crossingsAllowed([...earlier, next], atoms))
  );
}

/** D4 within one dimension; people who declared none of its values are a part that is never shown. */
function shownValues(sizes: readonly number[], undeclared: number, barred: ReadonlySet<number>): boolean[] {
  const cells = undeclared > 0 ? [...sizes, undeclared] : [...sizes];
  const never = undeclared > 0 ? new Set([...barred, sizes.length]) : barred;
  const shown = shownCells(cells, never).slice(0, sizes.length);
  const answered = sizes.filter((_, index) => shown[index]);
  return remainderAllowed(sum(cells), answered) ? shown : sizes.map(() => false);
}

function dimensionShown(
  dimension: number,
  values: number,
  earlier: readonly Partition[],
  atoms: readonly SliceAtom[],
): boolean[] {
  const sizes = Array.from({ length: values }, (_, value) =>
    sum(atoms.filter(({ cells }) => cells[dimension] === value).map(({ answers }) => answers)),
  );
  const undeclared = sum(atoms.map(({ answers }) => answers)) - sum(sizes);
  const barred = new Set<number>();
  for (;;) {
    const shown = shownValues(sizes, undeclared, barred);
    const smallest = sizes.reduce<number | null>(
      (best, size, index) => (shown[index] && (best === null || size < (sizes[best] ?? 0)) ? index : best),
      null,
    );
    if (smallest === null || mayStandBeside(earlier, { dimension, shown }, atoms)) return shown;
    barred.add(smallest);
  }
}

/**
 * D3 and D4 for one measure: which values of each dimension may be shown beside the total, given how many values each has
 * and who declared what. No released number, and no sum or difference of released numbers, rests on 1 to 4 people.
 * Earlier dimensions come first: a later one loses values that could be subtracted from theirs.
 */
export function shownSlices(values: readonly number[], atoms: readonly SliceAtom[]): boolean[][] {
  const partitions: Partition[] = [];
  const result: boolean[][] = [];
  for (const [dimension, count] of values.entries()) {
    const shown = dimensionShown(dimension, count, partitions, atoms);
    result.push(shown);
    if (shown.includes(true)) partitions.push({ dimension, shown });
  }
  return result;
}
