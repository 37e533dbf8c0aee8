import type { RaterGroup } from "./rater-group";
import type { SliceName } from "./roster";
import type { Seat } from "./seat";

/** Why there is no number. "not-asked": vacant seat, pair items with one person in both seats, or an item not asked of this group. */
export type WithheldReason = "too-few-answers" | "would-reveal-another-group" | "not-asked";
type Withheld = { kind: "withheld"; why: WithheldReason };

/** Own number of answers of a measure; printed exactly from 20 (D6). */
export type AnswerCount = number | "5–19";

/**
 * A number on 0–100, or the reason there is none. There is no third case.
 * `clipped` "low" reads "≤", "high" reads "≥" (D5). low and high are the 95 % interval (F5).
 */
export type Score =
  | {
      kind: "shown";
      value: number;
      clipped: "low" | "high" | null;
      low: number;
      high: number;
      answers: AnswerCount;
      /** For the comparison with the next quarter (F6); never displayed. */
      standardError: number;
      degreesOfFreedom: number;
    }
  | Withheld;

/** Three bins in 5 % steps that sum to 100; from 20 answers. A merged bin carries the labels it stands for. */
export type Distribution = { label: string; from: 1 | 3 | 4; to: 2 | 3 | 5; percent: number }[];
export type Agreement = "strong" | "good" | "mixed" | "split";

export type ItemResult = {
  key: string;
  /** Engineer's wording with the leaders' titles in place of tokens, e.g. "The CTO explains …" */
  text: string;
  polarity: 1 | -1;
  score: Score;
  /** Only from 20 answers. */
  distribution: Distribution | null;
  agreement: Agreement | null;
  /** More than 40 % could not observe this (only said from 20 ballots). */
  littleVisible: boolean;
  self: number | null;
  /** SHA-256-free identity of the wording: a different value starts a new trend line. */
  wordingVersion: string;
};

export type ResponsibilityBand = "gap" | "developing" | "solid" | "strength";
export type PatternBand = "low" | "watch" | "elevated" | "high";

/** F7. Points; positive = self kinder than the others. */
export type Gap = {
  points: number;
  label: "aligned" | "unclear" | "blind_spot" | "blind_spot_large" | "hidden_strength" | "hidden_strength_large";
};

/** F6 with F14: what may be said about a change against the quarter before. Points on 0–100. */
export type Change =
  | { kind: "first" }
  | { kind: "held-back"; people: number }
  | { kind: "not-comparable"; why: "withheld" | "wording-changed" | "new-person" | "response-changed" | "low-response" }
  | { kind: "none"; from: number; to: number; smallestVisible: number; p: number }
  | { kind: "marked"; from: number; to: number; change: number; low: number; high: number; p: number };

export type DimensionResult = {
  key: string;
  label: string;
  score: Score;
  band: ResponsibilityBand | null;
  /** The leader's own score on 0–100 (attributed), null when not given. */
  self: number | null;
  /** The other leader's view (attributed). */
  partner: number | null;
  /** Anonymous executives, only if their group spoke (D2). */
  executives: Score | null;
  gap: Gap | null;
  change: Change;
  /** Against the same quarter last year, in a family of its own (F14); missing where that was not counted. */
  yearChange?: Change;
  items: ItemResult[];
};

export type PatternResult = Omit<DimensionResult, "band"> & {
  deckName: string;
  neutralLabel: string;
  band: PatternBand | null;
  /** The interval crosses a band edge. */
  tentative: boolean;
  /** Share who see it often, in 5 % steps; from 20 answers (F8). */
  oftenPercent: number | null;
};

/** Whether what a leader announced after the report before happened, as engineers see it; part of no area. */
export type CommitmentResult = Pick<ItemResult, "key" | "score" | "distribution" | "agreement" | "littleVisible"> & {
  /** The action in the leader's words. */
  text: string;
};

/** One area as the people of one value see it: a score and its change, and nothing finer (D3). */
type SliceArea = { key: string; score: Score; change: Change };
/** One declared value of a dimension, for example one team; people whose value was merged stand under the rest. */
export type SliceValueReport = { value: string; invited: number; areas: SliceArea[] };
/** A declared dimension with its values in the order of the manifest, never by score. */
export type SliceReport = { name: SliceName; values: SliceValueReport[] };

type SeatHeader = {
  format: "tandem/report/1";
  seat: Seat;
  quarter: string;
  /** Engineers invited. */
  invited: number;
};

export type SeatReport = SeatHeader &
  (
    | {
        kind: "shown";
        leaderName: string;
        leaderId: string;
        /** Engineers who answered at least one statement about this seat. */
        answers: number;
        dimensions: DimensionResult[];
        patterns: PatternResult[];
        overall: ItemResult;
        /** Only where the answers about the responsibilities are mostly one general impression (methods 3.3); from 20 answers. */
        generalImpression?: true;
        /** Only where something announced was asked about. */
        commitments?: CommitmentResult[];
        /** Only where the cycle declared slices. */
        slices?: SliceReport[];
        /** Comments are rows of their own; this says whether there are any to read. */
        comments: { kind: "shown" } | { kind: "withheld"; answers: number };
      }
    | { kind: "withheld"; leaderName: string; leaderId: string }
    | { kind: "vacant" }
  );

/** Share of engineers naming each owner, in 5 % steps; "–" stands for zero, one or two people alike. */
export type RoleMapRow = {
  key: string;
  text: string;
  owner: Seat | "both";
  /** Below 20 answers of its own a row has no shares: every one reads "–". */
  withheld?: true;
  shares: Record<"cto" | "vpe" | "both" | "neither", number | "–">;
  cto: string | null;
  vpe: string | null;
};

export type RoleMap =
  | {
      kind: "shown";
      answers: number;
      ctoActsAsVpe: number;
      vpeActsAsCto: number;
      roleConfusion: number;
      /** Only from 20 answers (D6). */
      rows: RoleMapRow[] | null;
    }
  | Withheld;

export type PairReport = { format: "tandem/report/1"; quarter: string; invited: number } & (
  | { kind: "shown"; answers: number; dimensions: DimensionResult[]; roleMap: RoleMap }
  | { kind: "withheld" }
  | { kind: "one-person"; roleMap: RoleMap }
  | { kind: "vacant"; roleMap: RoleMap }
);

/** How many spoke: the first thing every report says. */
export type ResponseReport = {
  format: "tandem/report/1";
  quarter: string;
  kind: "released" | "too-few";
  groups: { group: RaterGroup; invited: number; ballots: number | null; heard: boolean }[];
  /** Engineers who joined or left the roster since the cycle before; null for the first cycle. */
  rosterChange: number | null;
  /** The same against the same quarter last year; missing where there was none, or where it was the cycle before. */
  yearRosterChange?: number;
};

export type FrozenReport = { response: ResponseReport; cto: SeatReport; vpe: SeatReport; pair: PairReport };

/** Comments that leave the tally: shuffled per question, nothing beside them (D7). */
export type ReleasedComment = { seat: Seat; question: "start" | "stop" | "continue"; text: string };
