/** How a cycle takes ballots, as its manifest says it: in one sitting, or claimed until a moment and cast from it on. */
export type Windows = { kind: "one-sitting" } | { kind: "two-windows"; castsFrom: string };

/** What may be done at a moment of an open cycle: claims and casts alike, or only one of the two. */
export type Window = "both" | "claims" | "casts";

/** The windows of a cycle whose casting begins at `castsFrom`; null means one sitting. */
export const windowsOf = (castsFrom: Date | null): Windows =>
  castsFrom ? { kind: "two-windows", castsFrom: castsFrom.toISOString() } : { kind: "one-sitting" };

/** From when ballots are cast and no longer claimed; null in one sitting, where both go on until closing. */
export const castsFromOf = (windows: Windows): Date | null =>
  windows.kind === "two-windows" ? new Date(windows.castsFrom) : null;

/** The window a moment lies in. The moment of `castsFrom` itself is the first of the second window (anonymity.md section 3). */
export function windowAt(windows: Windows, now: Date): Window {
  const castsFrom = castsFromOf(windows);
  if (!castsFrom) return "both";
  return now < castsFrom ? "claims" : "casts";
}
