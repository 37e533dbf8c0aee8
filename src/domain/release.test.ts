import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Phase } from "./cycle";
import {
  boardAtAfterHold,
  boardAtAfterRelease,
  boardDelaySchema,
  checkHold,
  type Reading,
  type ReleaseFacts,
  readingOf,
  releaseStage,
} from "./release";

const now = new Date("2026-06-28T09:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const readers = [false, true].flatMap((inSeat) =>
  [false, true].flatMap((aboutThem) => [false, true].map((board) => ({ inSeat, aboutThem, board }))),
);
const all: ReleaseFacts[] = (["draft", "open", "closed", "released"] as Phase[]).flatMap((phase) =>
  [false, true].flatMap((tallied) =>
    [null, hours(-1)].flatMap((heldAt) =>
      [null, hours(-2), now, hours(2)].map((boardAt) => ({ phase, tallied, heldAt, boardAt })),
    ),
  ),
);
const nothing: Reading = { seat: "no", pair: false, board: false, words: false };

/** The law once more, as a table: stage by stage, person by person. */
function expected(facts: ReleaseFacts, { inSeat, aboutThem, board }: (typeof readers)[number]): Reading {
  const counted = facts.tallied && (facts.phase === "closed" || facts.phase === "released");
  if (!counted) return nothing;
  const leader = inSeat && aboutThem;
  if (facts.phase === "closed") return leader ? { ...nothing, seat: "preview", words: true } : nothing;
  const open = facts.heldAt === null && facts.boardAt !== null && facts.boardAt.getTime() <= now.getTime();
  return {
    seat: leader ? "released" : "no",
    pair: leader,
    board: inSeat || (board && open),
    words: leader && !open,
  };
}

test("who reads what, in every combination of phase, tally, hold, moment and person", () => {
  for (const facts of all) {
    for (const reader of readers) {
      expect(readingOf(facts, reader, now), JSON.stringify({ facts, reader })).toEqual(expected(facts, reader));
    }
  }
});

test("somebody who is neither in a seat nor on the board never reads anything", () => {
  for (const facts of all) {
    for (const aboutThem of [false, true]) {
      expect(readingOf(facts, { inSeat: false, aboutThem, board: false }, now)).toEqual(nothing);
    }
  }
});

test("the board never reads before a leader may, nor while a hold stands", () => {
  for (const facts of all) {
    const board = readingOf(facts, { inSeat: false, aboutThem: false, board: true }, now).board;
    const leader = readingOf(facts, { inSeat: true, aboutThem: true, board: false }, now).board;
    expect(!board || (leader && facts.heldAt === null)).toBe(true);
  }
});

describe("a hold", () => {
  const preview: ReleaseFacts = { phase: "closed", tallied: true, heldAt: null, boardAt: null };
  const leaders: ReleaseFacts = { phase: "released", tallied: true, heldAt: null, boardAt: hours(20) };

  test("is possible from the close until the board's moment, and once", () => {
    expect(() => checkHold(preview, now)).not.toThrow();
    expect(() => checkHold({ ...preview, tallied: false }, now)).not.toThrow();
    expect(() => checkHold(leaders, now)).not.toThrow();
    expect(() => checkHold({ ...preview, phase: "open" }, now)).toThrow(/before the cycle is closed/);
    expect(() => checkHold({ ...leaders, boardAt: now }, now)).toThrow(/The board reads it already/);
    expect(() => checkHold({ ...leaders, heldAt: now }, now)).toThrow(/held already/);
  });

  test("before release leaves no moment to move", () => {
    expect(boardAtAfterHold({ ...preview, heldAt: hours(-3) }, now)).toBeNull();
    expect(() => boardAtAfterHold(preview, now)).toThrow(/not held/);
  });

  test("stops the board's clock: after lifting, the board waits as long as it had to wait when it was held", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 48, max: 720 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 10_000 }),
        (delay, share, heldHours) => {
          const boardAt = boardAtAfterRelease(delay, now);
          const heldAt = hours(delay * share * 0.999);
          const lifted = new Date(heldAt.getTime() + heldHours * 3_600_000);
          const after = boardAtAfterHold({ ...leaders, heldAt, boardAt }, lifted);
          expect((after?.getTime() ?? 0) - lifted.getTime()).toBe(boardAt.getTime() - heldAt.getTime());
          expect(releaseStage({ ...leaders, heldAt, boardAt }, lifted)).toBe("leaders");
        },
      ),
    );
  });
});

test("the board waits 48 hours at least, and 30 days at most", () => {
  expect(boardAtAfterRelease(1, now)).toEqual(hours(48));
  expect(boardAtAfterRelease(72, now)).toEqual(hours(72));
  expect([47, 48, 720, 721, 48.5].map((delay) => boardDelaySchema.safeParse(delay).success)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});
