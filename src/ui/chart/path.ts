import { area, line } from "d3-shape";

/** One quarter of a series in pixels, or a hole where nothing may be drawn. */
export type SeriesPoint = { x: number; y: number; low: number; high: number } | null;

/** Straight segments through the points that are there; a hole breaks the line. */
export function linePath(points: readonly SeriesPoint[]): string {
  return (
    line<SeriesPoint>()
      .defined((point) => point !== null)
      .x((point) => point?.x ?? 0)
      .y((point) => point?.y ?? 0)
      .digits(1)(points as SeriesPoint[]) ?? ""
  );
}

/** The interval as a band; a hole breaks it. */
export function bandPath(points: readonly SeriesPoint[]): string {
  return (
    area<SeriesPoint>()
      .defined((point) => point !== null)
      .x((point) => point?.x ?? 0)
      .y0((point) => point?.low ?? 0)
      .y1((point) => point?.high ?? 0)
      .digits(1)(points as SeriesPoint[]) ?? ""
  );
}

/** Places whose neighbours are holes: the band has no width there, so the interval needs a mark of its own. */
export const isolated = (points: readonly SeriesPoint[]): NonNullable<SeriesPoint>[] =>
  points.filter(
    (point, index) => point !== null && !points[index - 1] && !points[index + 1],
  ) as NonNullable<SeriesPoint>[];

/** Splits a series where a new person or a new wording starts a new line. */
export function splitAt<T>(points: readonly T[], restarts: readonly number[]): { start: number; points: T[] }[] {
  const starts = [0, ...[...new Set(restarts)].filter((at) => at > 0 && at < points.length).sort((a, b) => a - b)];
  return starts.map((start, index) => ({ start, points: points.slice(start, starts[index + 1] ?? points.length) }));
}
