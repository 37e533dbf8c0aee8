/** The value below which the given share (0–1) of the values lies; nearest rank. Throws on an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("there is nothing to measure");
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
