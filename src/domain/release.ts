import { z } from "zod";
import type { Phase } from "./cycle";
import { Refusal } from "./errors";

const hourMilliseconds = 3_600_000;
/** Hours between the leaders' and the board's reading; a company may wait longer, never shorter. */
export const minBoardDelayHours = 48;
export const maxBoardDelayHours = 720;

export const boardDelaySchema = z
  .number("Enter a number of hours.")
  .int("Enter whole hours.")
  .min(minBoardDelayHours, `The leaders read at least ${minBoardDelayHours} hours before the board.`)
  .max(maxBoardDelayHours, `Wait at most ${maxBoardDelayHours} hours, which is 30 days.`);

export const holdReasonSchema = z
  .string()
  .trim()
  .min(3, "Say why. It stands in the audit log.")
  .max(200, "Use at most 200 characters.");

/** What decides where a report stands; `tallied` is whether it was counted, `boardAt` is set at release. */
export type ReleaseFacts = {
  phase: Phase;
  tallied: boolean;
  heldAt: Date | null;
  boardAt: Date | null;
};

/** before-close → counting → preview (each leader, own report) → leaders (both, seat and pair) → board. */
export type ReleaseStage = "before-close" | "counting" | "preview" | "leaders" | "board";

/** Where a cycle's report stands at a moment. While a hold stands, the board's moment does not come. */
export function releaseStage({ phase, tallied, heldAt, boardAt }: ReleaseFacts, now: Date): ReleaseStage {
  if (phase === "draft" || phase === "open") return "before-close";
  if (!tallied) return "counting";
  if (phase === "closed") return "preview";
  return heldAt === null && boardAt !== null && boardAt <= now ? "board" : "leaders";
}

/** Who asks: whether they sit in a seat now, whether a report of this cycle is about them, and whether they are on the board. */
export type ReportReader = { inSeat: boolean; aboutThem: boolean; board: boolean };

export type Reading = {
  /** The report about their own seat; "preview" is theirs alone, before the release. */
  seat: "no" | "preview" | "released";
  pair: boolean;
  board: boolean;
  /** Whether they may write their 100 words for the board page. */
  words: boolean;
};

/**
 * Who may read what at which moment: the only place that decides it. Leaders in a seat preview the report about them after
 * the tally, read it with the pair and the board page from release; the board reads its page from its moment on.
 */
export function readingOf(facts: ReleaseFacts, reader: ReportReader, now: Date): Reading {
  const stage = releaseStage(facts, now);
  const released = stage === "leaders" || stage === "board";
  const subject = reader.inSeat && reader.aboutThem;
  return {
    seat: subject && released ? "released" : subject && stage === "preview" ? "preview" : "no",
    pair: subject && released,
    board: (reader.inSeat && released) || (reader.board && stage === "board"),
    words: subject && (stage === "preview" || stage === "leaders"),
  };
}

/** Refuses a hold before the close, a second one, and one after the board's moment. */
export function checkHold(facts: ReleaseFacts, now: Date): void {
  const stage = releaseStage(facts, now);
  if (stage === "before-close") throw new Refusal("too-early", "There is nothing to hold before the cycle is closed.");
  if (stage === "board") throw new Refusal("too-late", "The board reads it already. It cannot be held any more.");
  if (facts.heldAt !== null) throw new Refusal("conflict", "This cycle is held already.");
}

/** The board's moment once a hold is lifted: the time that was left when it was held begins again now. Null before release. */
export function boardAtAfterHold({ heldAt, boardAt }: ReleaseFacts, now: Date): Date | null {
  if (heldAt === null) throw new Refusal("conflict", "This cycle is not held.");
  if (boardAt === null) return null;
  const left = Math.max(0, boardAt.getTime() - heldAt.getTime());
  return new Date(now.getTime() + left);
}

/** The board's moment of a report that is released now. */
export const boardAtAfterRelease = (boardDelayHours: number, now: Date): Date =>
  new Date(now.getTime() + Math.max(minBoardDelayHours, boardDelayHours) * hourMilliseconds);
