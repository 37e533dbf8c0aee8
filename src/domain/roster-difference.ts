/** How many people are in exactly one of two rosters. */
export function rosterDifference(before: readonly string[], now: readonly string[]): number {
  const earlier = new Set(before);
  const later = new Set(now);
  return before.filter((id) => !later.has(id)).length + now.filter((id) => !earlier.has(id)).length;
}
