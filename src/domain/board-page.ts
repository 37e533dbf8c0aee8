import type { BoardCommitment } from "./board-page-commitments";
import type { Change, PairReport, PatternBand, RoleMap, Score, SeatReport } from "./report";
import type { Seat } from "./seat";

export type Subject = Seat | "pair";

/** One quarter of one line. "no-cycle": nothing was asked; "one-person" and "vacant": the seat had nobody of its own. */
export type TrendPoint = { quarter: string } & (
  | { kind: "shown"; value: number; clipped: "low" | "high" | null; low: number; high: number; fewerThanTen: boolean }
  | { kind: "withheld" }
  | { kind: "no-cycle" }
  | { kind: "one-person" }
  | { kind: "vacant" }
);

/** A numbered event at the start of the quarter with this index; its text stands under the row. */
export type PanelEvent = { number: number; index: number };

/** One small multiple: equal spacing, also for missing quarters. */
export type TrendPanel = {
  key: string;
  label: string;
  points: TrendPoint[];
  /** Indices of points at which a new line starts: a new person in the seat or changed wording. */
  restarts: number[];
  /** Those of the restarts at which the person changed. */
  restartsByPerson: number[];
  events: PanelEvent[];
  /** With Holm over the page's areas (F14). */
  change: Change;
};

export type BoardGroup = {
  subject: Subject;
  title: string;
  leaderName: string | null;
  /** For example "answers: withheld, 9, 14, 19, 24, 27 of 36" */
  answersLine: string;
  /** Events told under this row; their numbers stand in the panels of every row they concern. */
  events: { number: number; quarter: string; text: string }[];
  panels: TrendPanel[];
};

export type BoardPattern = {
  subject: Seat;
  neutralLabel: string;
  score: Score;
  band: PatternBand;
  tentative: boolean;
  oftenPercent: number | null;
  /** First quarter of the unbroken run at this band or above. */
  since: string | null;
  sentence: string;
};

/** What a leader adds to the page in at most 100 words, with their name. */
export type BoardStatement = { seat: Seat; name: string; text: string };

/** Everything the one printed page says; computed from frozen reports only (D10). */
export type BoardPage = {
  quarter: string;
  quarters: string[];
  /** The admin's sentence, or the suggested one. */
  headline: string;
  suggestedHeadline: string;
  responseSentence: string;
  groups: BoardGroup[];
  roleMap: RoleMap;
  roleMapSentence: string | null;
  /** Marked changes as sentences, strongest evidence first. */
  changes: string[];
  /** "No clear change in the other k areas. …" */
  noChange: string | null;
  patterns: BoardPattern[];
  otherPatterns: string;
  /** What the leaders do about it: status of the last commitments and new ones, at most two a seat. */
  commitments: BoardCommitment[];
  /** Patterns that came back after a commitment about them was closed as kept. */
  returned: string[];
  question: string | null;
  /** The leaders' own words, the CTO's first. */
  statements: BoardStatement[];
  limits: string[];
};

/** One quarter as the board page needs it. */
export type BoardQuarter = {
  quarter: string;
  opensOn: string;
  closesOn: string;
  report: { invited: number; ballots: number | null; cto: SeatReport; vpe: SeatReport; pair: PairReport } | null;
};
