import { type Seat, seatLabel } from "./seat";

/** What a leader announced, as the manifest of the next cycle asks it. */
export type AskedCommitment = { key: string; seat: Seat; text: string };

/** The key of an announcement in manifest, ballot and report: quarter, seat, and 1 for the responsibility or 2 for the pattern. */
export const commitmentKey = (quarter: string, seat: Seat, kind: "responsibility" | "pattern"): string =>
  `commitment-${quarter.toLowerCase()}-${seat}-${kind === "responsibility" ? 1 : 2}`;

/** The statement engineers answer about an announcement, on the scale from never to almost always. */
export const commitmentStatement = (seat: Seat, text: string): string =>
  `${seatLabel[seat].title} did what they announced: “${text}”`;
