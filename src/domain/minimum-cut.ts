/** One cell of a symmetric table of weights. */
const at = (weights: readonly (readonly number[])[], row: number, column: number): number =>
  weights[row]?.[column] ?? 0;

/** The vertices that are connected with the first of `left` by weights above 0. */
function componentOf(weights: readonly (readonly number[])[], left: readonly number[]): number[] {
  const reached = new Set(left.slice(0, 1));
  for (const vertex of reached) {
    for (const other of left) if (at(weights, vertex, other) > 0) reached.add(other);
  }
  return [...reached];
}

/** Stoer and Wagner: the smallest weight that must be removed to split a connected component; Infinity for one vertex. */
function cutOf(weights: readonly (readonly number[])[], vertices: readonly number[]): number {
  const merged = vertices.map((row) => vertices.map((column) => (row === column ? 0 : at(weights, row, column))));
  let alive = vertices.map((_, index) => index);
  let best = Number.POSITIVE_INFINITY;
  while (alive.length > 1) {
    const tightness = new Map(alive.map((vertex) => [vertex, 0]));
    let [before, last] = [-1, -1];
    let weight = 0;
    while (tightness.size > 0) {
      let next = -1;
      for (const [vertex, tight] of tightness) if (next < 0 || tight > (tightness.get(next) ?? 0)) next = vertex;
      [before, last, weight] = [last, next, tightness.get(next) ?? 0];
      tightness.delete(next);
      for (const [vertex, tight] of tightness) tightness.set(vertex, tight + at(merged, next, vertex));
    }
    best = Math.min(best, weight);
    for (const vertex of alive) {
      const together = at(merged, before, vertex) + at(merged, last, vertex);
      for (const [row, column] of [
        [before, vertex],
        [vertex, before],
      ] as const) {
        const cells = merged[row];
        if (cells && row !== column) cells[column] = together;
      }
    }
    alive = alive.filter((vertex) => vertex !== last);
  }
  return best;
}

/**
 * The smallest weight above 0 that separates anything in a graph, given as a symmetric table of weights: the smallest cut
 * of its connected components. Infinity when no component has two vertices.
 */
export function smallestCut(weights: readonly (readonly number[])[]): number {
  let left = weights.map((_, index) => index);
  let best = Number.POSITIVE_INFINITY;
  while (left.length > 0) {
    const component = componentOf(weights, left);
    best = Math.min(best, cutOf(weights, component));
    left = left.filter((vertex) => !component.includes(vertex));
  }
  return best;
}
